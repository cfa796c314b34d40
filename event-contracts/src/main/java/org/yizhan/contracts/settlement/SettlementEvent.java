package org.yizhan.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/**
 * Facts for the books, on topic {@code settlements}, keyed by person number. Each is published once
 * per fact.
 */
public sealed interface SettlementEvent {

  /** A bill was divided; {@code commandId} is the request that caused it. */
  @JsonTypeName("claim-settled.v1")
  record ClaimSettled(UUID commandId, Settlement settlement) implements SettlementEvent {}

  /**
   * Settlements of one person's year came to stand otherwise: one is cancelled, later ones are
   * adjusted. All of it is one decision and one fact.
   *
   * @param revisionId computed from the cause
   * @param commandId the request that caused it
   * @param receivedAt when that was accepted; its date is the booking date
   * @param revisions in the order of the year
   */
  @JsonTypeName("claims-revised.v1")
  record ClaimsRevised(
      UUID revisionId,
      UUID commandId,
      Cause cause,
      String reason,
      OffsetDateTime receivedAt,
      OffsetDateTime revisedAt,
      List<Revision> revisions)
      implements SettlementEvent, YearRevision {

    public ClaimsRevised {
      revisions = List.copyOf(revisions);
    }
  }

  /** Why settlements are revised. */
  enum Cause {
    CANCELLATION,
    LATE_KNOWLEDGE,
    NEW_LAW
  }

  /** What every revision of a year says. */
  interface YearRevision {

    UUID revisionId();

    UUID commandId();

    Cause cause();

    String reason();

    OffsetDateTime receivedAt();

    OffsetDateTime revisedAt();

    List<Revision> revisions();
  }

  /**
   * Settlements came out otherwise by what became known late or by a law that reaches back, and two
   * people have approved that the difference is settled outside one-stop (H10, W3): hospitals
   * advance nothing and are owed nothing by it.
   *
   * @param caseId of the case; of a new law the id of the command, which is one per job and year
   * @param cause LATE_KNOWLEDGE or NEW_LAW; an event that does not say is of the first kind
   * @param maker who proposed it; {@code checker} who approved it, somebody else
   * @param receivedAt when the approval was accepted; its date is the booking date
   * @param revisions in the order of the year
   */
  @JsonTypeName("claims-reimbursed.v1")
  record ClaimsReimbursed(
      UUID caseId,
      UUID commandId,
      Cause cause,
      String reason,
      String maker,
      String checker,
      OffsetDateTime receivedAt,
      OffsetDateTime revisedAt,
      List<Revision> revisions)
      implements SettlementEvent, YearRevision {

    public ClaimsReimbursed {
      cause = Objects.requireNonNullElse(cause, Cause.LATE_KNOWLEDGE);
      revisions = List.copyOf(revisions);
    }

    @Override
    public UUID revisionId() {
      return caseId;
    }
  }

  /**
   * Something that one-stop had paid too much has come back (H10, W3).
   *
   * @param returnId computed from case and reference
   * @param caseId of the {@link ClaimsReimbursed} that says what was too much
   * @param commandId the request that caused it
   * @param receivedOn the day on which the money stood on the account
   * @param reference of the receipt
   * @param receivedAt when the record of it was accepted; its date is the booking date
   * @param portions of which settlements it is, in the order of the year; they add up to the amount
   */
  @JsonTypeName("recovery-returned.v1")
  record RecoveryReturned(
      UUID returnId,
      UUID caseId,
      UUID commandId,
      String personNumber,
      String city,
      Payer payer,
      Money amount,
      LocalDate receivedOn,
      String reference,
      String recordedBy,
      OffsetDateTime receivedAt,
      List<Portion> portions)
      implements SettlementEvent {

    public RecoveryReturned {
      portions = List.copyOf(portions);
    }
  }

  /**
   * @param county that had answered for the share, as {@link Settlement#countyOf} says
   */
  record Portion(UUID settlementId, String county, Money amount) {}

  /** An event of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements SettlementEvent {}
}
