package org.yizhan.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.DecideWriteOff;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeWriteOff;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.gateway.intake.PreparingCommands.Stamp;
import org.yizhan.gateway.reimbursement.Proposal;
import org.yizhan.gateway.reimbursement.Receipt;
import org.yizhan.gateway.reimbursement.WriteOffProposal;

/**
 * H10, W3: manual reimbursement, proposed by one person and decided by another. The command is on
 * the log before anyone is told anything but a refusal.
 */
public final class AcceptingReimbursements {

  private final KnownCases cases;
  private final Asking asking;
  private final Supplier<Stamp> stamps;

  public AcceptingReimbursements(KnownCases cases, Asking asking, Supplier<Stamp> stamps) {
    this.cases = cases;
    this.asking = asking;
    this.stamps = stamps;
  }

  /**
   * @param patience how long the caller wants to wait for the decision; zero is allowed
   * @param traceparent the caller's trace context, passed on with the command
   */
  public Answer propose(Proposal proposal, Duration patience, String traceparent) {
    var stamp = stamps.get();
    var command =
        new ProposeReimbursement(
            stamp.commandId(),
            proposal.personNumber(),
            proposal.city(),
            proposal.year(),
            proposal.maker(),
            proposal.reason(),
            stamp.receivedAt());
    return ask(command, command.commandId(), patience, traceparent);
  }

  /**
   * @param checker who decides
   */
  public Answer decide(
      UUID caseId, boolean approve, String checker, Duration patience, String traceparent) {
    var person = cases.personOf(caseId);
    if (person.isEmpty()) {
      return new Answer.Refused(unknown(caseId));
    }
    var stamp = stamps.get();
    var command =
        new DecideReimbursement(
            stamp.commandId(), caseId, person.get(), approve, checker, stamp.receivedAt());
    return ask(command, command.commandId(), patience, traceparent);
  }

  /** 404 {@code unknown-recovery} when nothing is to be got back by this case. */
  public Answer take(UUID caseId, Receipt receipt, Duration patience, String traceparent) {
    return aboutRecovery(
        caseId,
        patience,
        traceparent,
        (person, stamp) ->
            new RecordReturn(
                stamp.commandId(),
                caseId,
                person,
                receipt.payer(),
                receipt.amount(),
                receipt.receivedOn(),
                receipt.recordedBy(),
                receipt.reference(),
                stamp.receivedAt()));
  }

  public Answer proposeWriteOff(
      UUID caseId, WriteOffProposal proposal, Duration patience, String traceparent) {
    return aboutRecovery(
        caseId,
        patience,
        traceparent,
        (person, stamp) ->
            new ProposeWriteOff(
                stamp.commandId(),
                caseId,
                person,
                proposal.maker(),
                proposal.reason(),
                stamp.receivedAt()));
  }

  public Answer decideWriteOff(
      UUID caseId, boolean approve, String checker, Duration patience, String traceparent) {
    return aboutRecovery(
        caseId,
        patience,
        traceparent,
        (person, stamp) ->
            new DecideWriteOff(
                stamp.commandId(), caseId, person, approve, checker, stamp.receivedAt()));
  }

  private Answer aboutRecovery(
      UUID caseId,
      Duration patience,
      String traceparent,
      BiFunction<String, Stamp, OfRecovery> command) {
    var person = cases.debtorOf(caseId);
    if (person.isEmpty()) {
      return new Answer.Refused(nothingToRecover(caseId));
    }
    var about = command.apply(person.get(), stamps.get());
    return ask(about, about.commandId(), patience, traceparent);
  }

  private static Problem nothingToRecover(UUID caseId) {
    return Problem.of(
        404,
        "unknown-recovery",
        "There is nothing to recover",
        "No approved case under which something was paid too much has the id " + caseId + ".",
        new FieldError(
            "caseId", caseId.toString(), "must be the id of a case with something to recover"));
  }

  private Answer ask(CareCommand command, UUID id, Duration patience, String traceparent) {
    var question = new Asking.Question(command, id, id, patience, traceparent);
    return asking.ask(question, () -> new Answer.Pending(Optional.empty()));
  }

  private static Problem unknown(UUID caseId) {
    return Problem.of(
        404,
        "unknown-case",
        "Unknown case",
        "No reimbursement case has the id " + caseId + ".",
        new FieldError("caseId", caseId.toString(), "must be the id of a proposed case"));
  }
}
