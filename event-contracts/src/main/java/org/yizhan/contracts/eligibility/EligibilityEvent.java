package org.yizhan.contracts.eligibility;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** Facts about persons, on topic {@code eligibility}, keyed by person number. */
public sealed interface EligibilityEvent {

  /** What is known of a person changed; the whole of it is here, the highest version counts. */
  @JsonTypeName("coverage-changed.v1")
  record CoverageChanged(Coverage coverage) implements EligibilityEvent {}

  /** An event of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements EligibilityEvent {}
}
