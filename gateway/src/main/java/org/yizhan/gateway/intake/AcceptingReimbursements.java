package org.yizhan.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.gateway.intake.PreparingCommands.Stamp;
import org.yizhan.gateway.reimbursement.Proposal;

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
