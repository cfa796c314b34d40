package org.yizhan.settlement.settling;

import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.settlement.readjudication.Adoption;
import org.yizhan.settlement.settling.Recoveries.Returned;

/** What is to be said about a command; a command that was set aside gets none yet. */
public sealed interface Answer {

  UUID commandId();

  String personNumber();

  /** What a caller waits for: the id of the settlement, of its cancellation, or of the command. */
  UUID subject();

  /** About a discharge. */
  sealed interface OfDischarge extends Answer {

    SettleDischarge command();

    @Override
    default UUID commandId() {
      return command().commandId();
    }

    @Override
    default String personNumber() {
      return command().personNumber();
    }

    @Override
    default UUID subject() {
      return command().settlementId();
    }
  }

  /** About a cancellation. */
  sealed interface OfCancellation extends Answer {

    CancelSettlement command();

    @Override
    default UUID commandId() {
      return command().commandId();
    }

    @Override
    default String personNumber() {
      return command().personNumber();
    }

    @Override
    default UUID subject() {
      return Cancelling.idOf(command());
    }
  }

  /**
   * The fact for the books.
   *
   * @param event the bytes to publish, the same at every redelivery
   * @param decided what they say; empty when an earlier delivery decided it
   */
  record Settled(SettleDischarge command, byte[] event, Optional<Settlement> decided)
      implements OfDischarge {}

  /**
   * The same body was settled by an earlier command: for whoever waits, not for the books.
   *
   * @param event as it was settled
   * @param standing how it stands now; empty when it was settled in this very batch, or is being
   *     cancelled
   */
  record Repeated(SettleDischarge command, byte[] event, Optional<Settlement> standing)
      implements OfDischarge {}

  record Refused(SettleDischarge command, DischargeRefused refusal, boolean isNew)
      implements OfDischarge {}

  /**
   * The fact for the books.
   *
   * @param isNew false when an earlier delivery decided it
   */
  record Revised(CancelSettlement command, ClaimsRevised revised, byte[] event, boolean isNew)
      implements OfCancellation {}

  /** An earlier command has cancelled the settlement: for whoever waits, not for the books. */
  record CancelledBefore(CancelSettlement command, ClaimsRevised revised)
      implements OfCancellation {}

  record NotCancelled(CancelSettlement command, CancellationRefused refusal, boolean isNew)
      implements OfCancellation {}

  /**
   * How a reimbursement case stands after the command.
   *
   * @param approved the fact for the books, when this command approved the case
   */
  record CaseStands(UUID commandId, ReimbursementCase reimbursement, Optional<Approved> approved)
      implements Answer {

    @Override
    public String personNumber() {
      return reimbursement.personNumber();
    }

    @Override
    public UUID subject() {
      return commandId;
    }
  }

  /**
   * @param isNew false when an earlier delivery decided it
   */
  record Approved(ClaimsReimbursed reimbursed, byte[] event, boolean isNew) {}

  /**
   * What a year's adoption of a law came to; nobody waits for it but its job, which counts it.
   *
   * @param decided the fact for the books, when anything came out otherwise
   */
  record LawAdopted(AdoptLaw command, Adoption adoption, Optional<Approved> decided)
      implements Answer {

    @Override
    public UUID commandId() {
      return command.commandId();
    }

    @Override
    public String personNumber() {
      return command.personNumber();
    }

    @Override
    public UUID subject() {
      return command.commandId();
    }
  }

  /**
   * How a recovery stands after the command.
   *
   * @param returned the fact for the books, when this command recorded a return
   * @param isNew false when an earlier delivery, or an earlier command, did it
   */
  record RecoveryStands(
      UUID commandId, Recovery recovery, Optional<Returned> returned, boolean isNew)
      implements Answer {

    @Override
    public String personNumber() {
      return recovery.personNumber();
    }

    @Override
    public UUID subject() {
      return commandId;
    }
  }

  /** No case was made or decided, or nothing became of a command about its recovery. */
  record NoCase(UUID commandId, String personNumber, Problem problem) implements Answer {

    @Override
    public UUID subject() {
      return commandId;
    }
  }
}
