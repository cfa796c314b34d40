package org.yizhan.settlement.kafka;

import java.util.List;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.settlement.readjudication.AdoptionCommands;

/** Onto the topic of every other command about a person, keyed by the person. */
public final class KafkaAdoptionCommands implements AdoptionCommands {

  private final Publisher publisher;
  private final EventTypes<CareCommand> types;

  public KafkaAdoptionCommands(Publisher publisher, EventTypes<CareCommand> types) {
    this.publisher = publisher;
    this.types = types;
  }

  @Override
  public void send(List<AdoptLaw> commands) {
    publisher.publish(commands.stream().map(this::outbound).toList());
  }

  private Outbound outbound(AdoptLaw command) {
    return new Outbound(
        Topics.CARE_COMMANDS,
        command.personNumber(),
        types.nameOf(command),
        command.commandId(),
        command.commandId().toString(),
        null,
        types.write(command));
  }
}
