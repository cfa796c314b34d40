package org.yizhan.roster.kafka;

import java.util.ArrayList;
import java.util.UUID;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.AgencyAnswer;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.roster.answer.AnswerTotals;

/** Counts what agencies were answered, by this service or by eligibility. */
public final class FeedbackMessages {

  private final EventTypes<AgencyAnswer> types;
  private final AnswerTotals totals;

  public FeedbackMessages(EventTypes<AgencyAnswer> types, AnswerTotals totals) {
    this.types = types;
    this.totals = totals;
  }

  public Subscription<AgencyAnswer> subscription() {
    return Subscription.to(Topics.ROSTER_FEEDBACK, types, this::handle);
  }

  private Reaction handle(Batch<AgencyAnswer> batch) {
    var given = new ArrayList<AnswerTotals.Given>();
    for (var inbound : batch.records()) {
      if (inbound.event() instanceof RosterFeedback feedback) {
        given.add(givenIn(inbound, feedback));
      }
    }
    if (!given.isEmpty()) {
      totals.count(given);
    }
    return Reaction.NOTHING;
  }

  private static AnswerTotals.Given givenIn(Inbound<AgencyAnswer> inbound, RosterFeedback answer) {
    var partition = inbound.place().partition();
    return new AnswerTotals.Given(
        UUID.fromString(inbound.id()),
        answer.agency(),
        answer.outcome(),
        partition.topicId(),
        new Source(partition.topic(), partition.number(), inbound.place().offset()));
  }
}
