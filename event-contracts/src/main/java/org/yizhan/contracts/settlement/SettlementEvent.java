package org.yizhan.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/**
 * Facts for the books, on topic {@code settlements}, keyed by person number. Each is published once
 * per fact.
 */
public sealed interface SettlementEvent {

  /** A bill was divided; {@code commandId} is the request that caused it. */
  @JsonTypeName("claim-settled.v1")
  record ClaimSettled(UUID commandId, Settlement settlement) implements SettlementEvent {}

  /** An event of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements SettlementEvent {}
}
