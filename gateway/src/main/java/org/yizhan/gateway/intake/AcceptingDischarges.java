package org.yizhan.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.gateway.discharge.Discharge;
import org.yizhan.gateway.intake.PreparingCommands.Prepared;

/**
 * H1: a discharge is settled with every payer at once, while the patient stands at the counter. The
 * command is on the log before anyone is told anything but a refusal; then the caller waits here
 * for what settlement decides.
 */
public final class AcceptingDischarges {

  private final PreparingCommands preparing;
  private final Asking asking;
  private final PendingSettlements pendingSettlements;

  public AcceptingDischarges(
      PreparingCommands preparing, Asking asking, PendingSettlements pendingSettlements) {
    this.preparing = preparing;
    this.asking = asking;
    this.pendingSettlements = pendingSettlements;
  }

  /**
   * @param patience how long the caller wants to wait for the decision; zero is allowed
   * @param traceparent the caller's trace context, passed on with the command
   */
  public Answer accept(Discharge discharge, Duration patience, String traceparent) {
    return switch (preparing.prepare(discharge)) {
      case Prepared.Refused(var problem) -> new Answer.Refused(problem);
      case Prepared.Ready(var command) -> ask(command, patience, traceparent);
    };
  }

  private Answer ask(SettleDischarge command, Duration patience, String traceparent) {
    var question =
        new Asking.Question(
            command, command.commandId(), command.settlementId(), patience, traceparent);
    return asking.ask(question, () -> pending(command));
  }

  /** Stored before it is told, so that the caller's next GET finds it at every instance. */
  private Answer pending(SettleDischarge command) {
    var pending = PendingSettlement.of(command);
    pendingSettlements.remember(pending);
    return new Answer.Pending(Optional.of(pending));
  }
}
