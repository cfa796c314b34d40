package org.yizhan.contracts.agency;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What operators publish about the world the suite works in; kept for ever. Members are nullable
 * until validated.
 */
public sealed interface ReferenceEvent {

  /**
   * Topic {@code hospitals}, key = code: the hospital is designated from a day on, at this level
   * and in this division. One interval per record; a later {@code from} ends the earlier one.
   */
  @JsonTypeName("hospital-registered.v1")
  record HospitalRegistered(
      @Nullable String hospitalCode,
      @Nullable String name,
      @Nullable Integer level,
      @Nullable String division,
      @Nullable String from,
      @Nullable String to)
      implements ReferenceEvent {}

  /**
   * Topic {@code off-site.functions}, key = city: the off-site one-stop function (H19) was opened
   * or closed.
   */
  @JsonTypeName("off-site-function-changed.v1")
  record OffSiteFunctionChanged(
      @Nullable String city, @Nullable String state, @Nullable String reason, @Nullable String at)
      implements ReferenceEvent {}

  /** An event of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements ReferenceEvent {}
}
