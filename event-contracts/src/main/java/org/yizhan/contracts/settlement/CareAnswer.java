package org.yizhan.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.yizhan.contracts.Problem;

/** Answers for whoever waits, on topic {@code care.answers}; they never reach the books. */
public sealed interface CareAnswer {

  /** The same question again: here is what was settled before. */
  @JsonTypeName("settlement-repeated.v1")
  record SettlementRepeated(UUID commandId, Settlement settlement) implements CareAnswer {}

  /** A rule refuses this discharge; nothing was changed. */
  @JsonTypeName("discharge-refused.v1")
  record DischargeRefused(
      UUID commandId, UUID settlementId, OffsetDateTime refusedAt, Problem problem)
      implements CareAnswer {}

  /** An answer of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements CareAnswer {}
}
