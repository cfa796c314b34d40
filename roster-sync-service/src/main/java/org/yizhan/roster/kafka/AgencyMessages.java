package org.yizhan.roster.kafka;

import java.util.ArrayList;
import java.util.List;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Reaction.Parked;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.roster.change.Answer;
import org.yizhan.roster.change.Answer.Noted;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Answer.Unchanged;
import org.yizhan.roster.change.Desk;
import org.yizhan.roster.change.Received;
import org.yizhan.roster.change.ReceivingChanges;
import org.yizhan.roster.fullroster.ReceivingRosters;

/**
 * One subscription per desk: what is accepted goes to eligibility, what is refused is answered and
 * set aside.
 */
public final class AgencyMessages {

  private final EventTypes<AgencyMessage> types;
  private final ReceivingChanges changes;
  private final ReceivingRosters rosters;
  private final RosterOutbound outbound;

  public AgencyMessages(
      EventTypes<AgencyMessage> types,
      ReceivingChanges changes,
      ReceivingRosters rosters,
      RosterOutbound outbound) {
    this.types = types;
    this.changes = changes;
    this.rosters = rosters;
    this.outbound = outbound;
  }

  public Subscription<AgencyMessage> of(Desk desk) {
    return Subscription.<AgencyMessage>to(desk.topic(), types, batch -> handle(desk, batch))
        .answeringUnreadable(record -> List.of(outbound.unreadable(desk, record)));
  }

  private Reaction handle(Desk desk, Batch<AgencyMessage> batch) {
    var messages = batch.records().stream().map(AgencyMessages::receivedOf).toList();
    var answers =
        desk.takesRosters() ? rosters.receive(desk, messages) : changes.receive(desk, messages);
    var publish = new ArrayList<Outbound>(answers.size());
    var parked = new ArrayList<Parked>();
    for (int i = 0; i < answers.size(); i++) {
      var inbound = batch.records().get(i);
      switch (answers.get(i)) {
        case Passed passed -> publish.add(outbound.passed(passed, inbound.traceparent()));
        case Unchanged unchanged ->
            publish.add(outbound.unchanged(desk, unchanged, inbound.traceparent()));
        case Noted _ -> {}
        case Refused refused -> {
          publish.add(outbound.refused(desk, refused, inbound.traceparent()));
          parked.add(new Parked(inbound.place(), reasonOf(refused)));
        }
      }
    }
    return Reaction.publishing(publish).parking(parked);
  }

  private static Received receivedOf(Inbound<AgencyMessage> one) {
    var partition = one.place().partition();
    var source = new Source(partition.topic(), partition.number(), one.place().offset());
    return new Received(source, partition.topicId(), one.type(), one.appendedAt(), one.event());
  }

  /** Fields and rules without any value: it stands in logs. */
  private static String reasonOf(Answer.Refused refused) {
    var reasons =
        refused.errors().stream().map(error -> error.field() + " " + error.rule()).toList();
    return String.join("; ", reasons);
  }
}
