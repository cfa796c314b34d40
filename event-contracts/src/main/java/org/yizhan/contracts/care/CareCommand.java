package org.yizhan.contracts.care;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/** Commands about a person's care, keyed by person number. */
public sealed interface CareCommand {

  /**
   * Divide this bill among the payers.
   *
   * @param commandId new for every accepted request, so that a repeated request is a new question
   * @param settlementId computed from hospital, encounter and body, so that the same body is the
   *     same settlement
   * @param receivedAt when the gateway accepted it; its date in Asia/Shanghai is the booking date
   * @param eligibilityVersion what the hospital saw of the person; the decision waits until it is
   *     known
   * @param replaces the cancelled settlement of the same encounter, if there is one
   */
  @JsonTypeName("settle-discharge.v1")
  record SettleDischarge(
      UUID commandId,
      UUID settlementId,
      String hospitalCode,
      String encounterId,
      String personNumber,
      LocalDate admissionDate,
      LocalDate dischargeDate,
      @Nullable String diagnosis,
      Bill amounts,
      @Nullable Long eligibilityVersion,
      @Nullable UUID replaces,
      OffsetDateTime receivedAt)
      implements CareCommand {}

  /**
   * Take a settlement back as if the bill had never been sent. The person, city and discharge date
   * are those of the settlement: they say where its year is.
   *
   * @param commandId new for every accepted request
   * @param reason in the hospital's words, free of personal data
   * @param receivedAt when the gateway accepted it; the reversal is booked on its date, in the
   *     month that is open then (H21)
   */
  @JsonTypeName("cancel-settlement.v1")
  record CancelSettlement(
      UUID commandId,
      UUID settlementId,
      String hospitalCode,
      String encounterId,
      String personNumber,
      String city,
      LocalDate dischargeDate,
      String reason,
      Cascade cascade,
      OffsetDateTime receivedAt)
      implements CareCommand {

    /** What the id of a cancellation is derived from, with that of its settlement. */
    public static final String ID_PURPOSE = "cancellation";
  }

  /**
   * Lay open what has become known late about a person's year, to be settled outside one-stop (H10,
   * W3) once somebody else has approved it.
   *
   * @param maker who proposes it, as the agency names its people
   */
  @JsonTypeName("propose-reimbursement.v1")
  record ProposeReimbursement(
      UUID commandId,
      String personNumber,
      String city,
      int year,
      String maker,
      String reason,
      OffsetDateTime receivedAt)
      implements CareCommand {}

  /**
   * Approve or reject a proposed reimbursement.
   *
   * @param checker who decides; never the one who proposed it
   */
  @JsonTypeName("decide-reimbursement.v1")
  record DecideReimbursement(
      UUID commandId,
      UUID caseId,
      String personNumber,
      boolean approve,
      String checker,
      OffsetDateTime receivedAt)
      implements CareCommand {}

  /**
   * Decide the claims of a person's year again by a law that came into force later and reaches back
   * (H10): one year of a re-adjudication that two people have confirmed for a whole city.
   *
   * @param commandId computed from job and year, so that a job that is resumed asks nothing new
   * @param jobId of the re-adjudication
   * @param parameterHash of that law; nothing is changed when another is in force by now
   * @param from the first discharge date that it is to decide, {@code to} the last; other claims
   *     keep the law of their decision
   * @param maker who asked for it; {@code checker} who confirmed it, somebody else
   * @param receivedAt when that was accepted; its date is the booking date
   */
  @JsonTypeName("adopt-law.v1")
  record AdoptLaw(
      UUID commandId,
      UUID jobId,
      String personNumber,
      String city,
      int year,
      String parameterHash,
      LocalDate from,
      LocalDate to,
      String maker,
      String checker,
      String reason,
      OffsetDateTime receivedAt)
      implements CareCommand {}

  /** About what is to be got back of a case; {@code personNumber} is whose case it is. */
  sealed interface OfRecovery extends CareCommand {

    UUID commandId();

    UUID caseId();

    String personNumber();
  }

  /**
   * Money of a recovery has come back (H10).
   *
   * @param payer whose fund it came back to
   * @param receivedOn the day on which it stood on the account
   * @param recordedBy as the agency names its people
   * @param reference of the receipt; a second command of a case with the same one is the same
   *     return
   * @param receivedAt when the gateway accepted it; its date is the booking date
   */
  @JsonTypeName("record-return.v1")
  record RecordReturn(
      UUID commandId,
      UUID caseId,
      String personNumber,
      Payer payer,
      Money amount,
      LocalDate receivedOn,
      String recordedBy,
      String reference,
      OffsetDateTime receivedAt)
      implements OfRecovery {}

  /** Give up what is still open of a recovery, once somebody else has approved it. */
  @JsonTypeName("propose-write-off.v1")
  record ProposeWriteOff(
      UUID commandId,
      UUID caseId,
      String personNumber,
      String maker,
      String reason,
      OffsetDateTime receivedAt)
      implements OfRecovery {}

  /**
   * Approve or reject the write-off that is proposed.
   *
   * @param checker who decides; never the one who proposed it
   */
  @JsonTypeName("decide-write-off.v1")
  record DecideWriteOff(
      UUID commandId,
      UUID caseId,
      String personNumber,
      boolean approve,
      String checker,
      OffsetDateTime receivedAt)
      implements OfRecovery {}

  /** What becomes of later settlements of the year that would come out otherwise. */
  enum Cascade {
    /** The cancellation is refused, and they are named. */
    REFUSE,
    /** They are adjusted by the difference. */
    ADJUST
  }

  /** A command of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements CareCommand {}

  /**
   * A bill by how much of it the policies cover. Only {@code inPolicy} (符合政策范围) is divided.
   *
   * @param fullSelfPay 全自费
   * @param overLimit 超限价
   * @param priorSelfPay 先行自付
   */
  record Bill(Money total, Money fullSelfPay, Money overLimit, Money priorSelfPay, Money inPolicy) {

    /** Whether the four parts make up the total; a bill whose parts do not is refused. */
    public boolean addsUp() {
      return total.equals(sumOfParts());
    }

    public Money sumOfParts() {
      return fullSelfPay.plus(overLimit).plus(priorSelfPay).plus(inPolicy);
    }
  }
}
