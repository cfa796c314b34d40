package org.yizhan.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.gateway.cancellation.Cancellation;
import org.yizhan.gateway.intake.KnownSettlements.Finding;
import org.yizhan.gateway.intake.PreparingCommands.Stamp;

/**
 * Takes a settlement back. The command is on the log before anyone is told anything but a refusal;
 * then the caller waits here for what settlement decides.
 */
public final class AcceptingCancellations {

  private final KnownSettlements settlements;
  private final Asking asking;
  private final Supplier<Stamp> stamps;

  public AcceptingCancellations(
      KnownSettlements settlements, Asking asking, Supplier<Stamp> stamps) {
    this.settlements = settlements;
    this.asking = asking;
    this.stamps = stamps;
  }

  /**
   * @param patience how long the caller wants to wait for the decision; zero is allowed
   * @param traceparent the caller's trace context, passed on with the command
   */
  public Answer accept(
      UUID settlementId, Cancellation cancellation, Duration patience, String traceparent) {
    return switch (settlements.find(settlementId)) {
      case Finding.NotSettled(var problem) -> new Answer.Refused(problem);
      case Finding.Found found -> ask(command(found, cancellation), patience, traceparent);
    };
  }

  private CancelSettlement command(Finding.Found found, Cancellation cancellation) {
    var stamp = stamps.get();
    return new CancelSettlement(
        stamp.commandId(),
        found.settlementId(),
        found.hospitalCode(),
        found.encounterId(),
        found.personNumber(),
        found.city(),
        found.dischargeDate(),
        cancellation.reason(),
        cancellation.cascade(),
        stamp.receivedAt());
  }

  private Answer ask(CancelSettlement command, Duration patience, String traceparent) {
    var id = DerivedId.of(CancelSettlement.ID_PURPOSE, command.settlementId());
    var question = new Asking.Question(command, command.commandId(), id, patience, traceparent);
    // Nothing need be remembered: until then a GET says how the settlement stands.
    return asking.ask(
        question, () -> new Answer.Pending(Optional.of(PendingSettlement.of(command))));
  }
}
