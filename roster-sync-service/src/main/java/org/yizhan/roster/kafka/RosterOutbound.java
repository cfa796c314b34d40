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
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Answer.Unchanged;
import org.yizhan.roster.change.Desk;
import org.yizhan.roster.fullroster.Roster;
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

  /** What is said again is accepted here: eligibility has it and need not hear of it. */
  Outbound unchanged(Desk desk, Unchanged unchanged, @Nullable String traceparent) {
    return feedback(
        new RosterFeedback(
            unchanged.changeId(),
            desk.agency(),
            unchanged.received().source(),
            unchanged.remarks().isEmpty() ? Outcome.ACCEPTED : Outcome.ACCEPTED_WITH_REMARK,
            unchanged.remarks(),
            unchanged.personNumber(),
            null),
        traceparent);
  }

  /** One who was left out; many have the source of one announcement, so the change names the id. */
  Outbound left(MarkReported leaver) {
    var origin = leaver.origin();
    return new Outbound(
        Topics.ROSTER,
        origin.personNumber(),
        events.nameOf(leaver),
        DerivedId.of("roster-left", origin.agency(), origin.changeId()),
        origin.personNumber(),
        null,
        events.write(leaver));
  }

  /** The answer to an announcement, when its roster is closed. */
  Outbound closed(Roster roster) {
    var reason = roster.reason();
    var outcome =
        switch (roster.state()) {
          case REFUSED -> Outcome.REFUSED;
          case CLOSED_WITH_REFUSALS -> Outcome.ACCEPTED_WITH_REMARK;
          case OPEN, COMPLETE, CLOSED -> Outcome.ACCEPTED;
        };
    return feedback(
        new RosterFeedback(
            roster.id().id(),
            roster.id().agency(),
            roster.source(),
            outcome,
            reason == null
                ? List.of()
                : List.of(new FieldError("rosterId", roster.id().id(), reason)),
            null,
            null),
        null);
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
