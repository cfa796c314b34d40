package org.yizhan.roster.kafka;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Unreadable;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Desk;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this service says. Ids come from where the agency's message stands: handled again, it says
 * the same again.
 */
public final class RosterOutbound {

  private static final String FEEDBACK = "roster-feedback.v1";

  private final EventTypes<RosterEvent> events;
  private final JsonMapper mapper;

  public RosterOutbound(EventTypes<RosterEvent> events, JsonMapper mapper) {
    this.events = events;
    this.mapper = mapper;
  }

  Outbound passed(Passed passed, @Nullable String traceparent) {
    var event = passed.event();
    var number = event.origin().personNumber();
    return new Outbound(
        Topics.ROSTER,
        number,
        events.nameOf(event),
        idOf("roster", passed.received().source()),
        number,
        traceparent,
        events.write(event));
  }

  Outbound refused(Desk desk, Refused refused, @Nullable String traceparent) {
    var source = refused.received().source();
    return feedback(
        new RosterFeedback(
            refused.changeId(),
            desk.agency(),
            source,
            Outcome.REFUSED,
            refused.errors(),
            refused.personNumber(),
            null),
        traceparent);
  }

  /**
   * The bytes could not be read, so there is no change id to name: the place tells the sender which
   * one it was.
   */
  Outbound unreadable(Desk desk, Unreadable record) {
    var place = record.place();
    var source = new Source(desk.topic(), place.partition().number(), place.offset());
    var error = new FieldError("message", null, record.reason());
    return feedback(
        new RosterFeedback(
            null, desk.agency(), source, Outcome.REFUSED, List.of(error), null, null),
        null);
  }

  private Outbound feedback(RosterFeedback feedback, @Nullable String traceparent) {
    var source = feedback.source();
    var place = source.topic() + "-" + source.partition() + "-" + source.offset();
    var key = feedback.changeId() == null ? place : feedback.changeId();
    return new Outbound(
        Topics.ROSTER_FEEDBACK,
        key,
        FEEDBACK,
        idOf("roster-feedback", source),
        place,
        traceparent,
        mapper.writeValueAsBytes(feedback));
  }

  private static UUID idOf(String purpose, Source source) {
    return DerivedId.of(purpose, source.topic(), source.partition(), source.offset());
  }
}
