package org.yizhan.gateway.kafka;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.gateway.intake.CareCommands;

/** Keyed by person, so that one person's discharges are decided in the order of their arrival. */
public final class KafkaCareCommands implements CareCommands {

  /**
   * A caller at a counter learns sooner than the producer gives up that the log does not answer.
   */
  private static final int ACKNOWLEDGED_WITHIN_SECONDS = 10;

  private final Publisher publisher;
  private final EventTypes<CareCommand> types;

  public KafkaCareCommands(Publisher publisher, EventTypes<CareCommand> types) {
    this.publisher = publisher;
    this.types = types;
  }

  private record Address(UUID commandId, String personNumber) {

    static Address of(CareCommand command) {
      return switch (command) {
        case SettleDischarge discharge ->
            new Address(discharge.commandId(), discharge.personNumber());
        case CancelSettlement cancellation ->
            new Address(cancellation.commandId(), cancellation.personNumber());
        case ProposeReimbursement proposal ->
            new Address(proposal.commandId(), proposal.personNumber());
        case DecideReimbursement decision ->
            new Address(decision.commandId(), decision.personNumber());
        case OfRecovery about -> new Address(about.commandId(), about.personNumber());
        case AdoptLaw _, CareCommand.Unrecognised _ ->
            throw new IllegalArgumentException("never sent from here");
      };
    }
  }

  @Override
  public void send(CareCommand command, UUID subject, String traceparent) {
    var address = Address.of(command);
    publisher
        .send(
            new Outbound(
                Topics.CARE_COMMANDS,
                address.personNumber(),
                types.nameOf(command),
                address.commandId(),
                subject.toString(),
                traceparent,
                types.write(command)))
        .orTimeout(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
