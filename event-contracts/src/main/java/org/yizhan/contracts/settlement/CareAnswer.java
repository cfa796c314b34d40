package org.yizhan.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;

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

  /** The same cancellation again: here is what it came to before. */
  @JsonTypeName("cancellation-repeated.v1")
  record CancellationRepeated(UUID commandId, ClaimsRevised revised) implements CareAnswer {}

  /**
   * The settlement stands as it did.
   *
   * @param later settlements of the year that would have changed with it, when that is why
   */
  @JsonTypeName("cancellation-refused.v1")
  record CancellationRefused(
      UUID commandId,
      UUID settlementId,
      OffsetDateTime refusedAt,
      Problem problem,
      List<Adjustment> later)
      implements CareAnswer {

    public CancellationRefused {
      later = List.copyOf(later);
    }
  }

  /** How a manual-reimbursement case stands after the command. */
  @JsonTypeName("reimbursement-answered.v1")
  record ReimbursementAnswered(UUID commandId, ReimbursementCase reimbursement)
      implements CareAnswer {}

  /** How a recovery stands after the command. */
  @JsonTypeName("recovery-answered.v1")
  record RecoveryAnswered(UUID commandId, Recovery recovery) implements CareAnswer {}

  /** No case was made or decided, or nothing became of a command about its recovery. */
  @JsonTypeName("reimbursement-refused.v1")
  record ReimbursementRefused(UUID commandId, Problem problem) implements CareAnswer {}

  /** An answer of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements CareAnswer {}
}
