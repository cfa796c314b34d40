package org.yizhan.settlement.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.BatchHandler;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.EligibilityEvent;
import org.yizhan.contracts.eligibility.EligibilityEvent.CoverageChanged;
import org.yizhan.settlement.settling.Coverages;
import org.yizhan.settlement.settling.NoticingLateKnowledge;

/**
 * Keeps settlement's copy of coverage. A command that waited for what has just arrived goes back to
 * its topic under its own id, so that it is decided in one place only.
 */
public final class EligibilityMessages implements BatchHandler<EligibilityEvent> {

  private final Coverages coverages;
  private final NoticingLateKnowledge noticing;
  private final EventTypes<CareCommand> commands;
  private final Publisher publisher;

  public EligibilityMessages(
      Coverages coverages,
      NoticingLateKnowledge noticing,
      EventTypes<CareCommand> commands,
      Publisher publisher) {
    this.coverages = coverages;
    this.noticing = noticing;
    this.commands = commands;
    this.publisher = publisher;
  }

  @Override
  public Reaction handle(Batch<EligibilityEvent> batch) {
    var said = new ArrayList<Coverage>();
    for (var inbound : batch.records()) {
      switch (inbound.event()) {
        case CoverageChanged(Coverage coverage) -> said.add(coverage);
        case EligibilityEvent.Unrecognised() -> {} // counted by the chassis
      }
    }
    if (said.isEmpty()) {
      return Reaction.NOTHING;
    }
    var caughtUp = coverages.keep(said);
    noticing.look(said.stream().map(Coverage::personNumber).distinct().toList());
    return Reaction.publishing(returned(caughtUp));
  }

  /**
   * Returns commands whose deadline has passed: they are refused, or settled if their version has
   * arrived by then.
   */
  public void sweep(java.time.OffsetDateTime now) {
    var overdue = coverages.overdue(now);
    if (!overdue.isEmpty()) {
      publisher.publish(returned(overdue));
      coverages.markReturned(overdue);
    }
  }

  private List<Outbound> returned(Collection<SettleDischarge> waiting) {
    return waiting.stream()
        .map(
            command ->
                new Outbound(
                    Topics.CARE_COMMANDS,
                    command.personNumber(),
                    commands.nameOf(command),
                    command.commandId(),
                    command.settlementId().toString(),
                    null,
                    commands.write(command)))
        .toList();
  }
}
