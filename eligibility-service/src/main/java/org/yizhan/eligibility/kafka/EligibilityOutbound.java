package org.yizhan.eligibility.kafka;

import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.EligibilityEvent;
import org.yizhan.contracts.eligibility.EligibilityEvent.CoverageChanged;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.eligibility.person.AppliedChange;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this service says. Ids are computed from their cause, so the same fact has the same id each
 * time.
 */
public final class EligibilityOutbound {

  private static final String FEEDBACK = "roster-feedback.v1";

  private final EventTypes<EligibilityEvent> events;
  private final EventTypes<RosterEvent> reports;
  private final JsonMapper mapper;

  public EligibilityOutbound(
      EventTypes<EligibilityEvent> events, EventTypes<RosterEvent> reports, JsonMapper mapper) {
    this.events = events;
    this.reports = reports;
    this.mapper = mapper;
  }

  Outbound coverage(Coverage coverage, @Nullable String traceparent) {
    var event = new CoverageChanged(coverage);
    var number = coverage.personNumber();
    return new Outbound(
        Topics.ELIGIBILITY,
        number,
        events.nameOf(event),
        DerivedId.of("coverage", number, coverage.eligibilityVersion()),
        number,
        traceparent,
        events.write(event));
  }

  /** To whoever stays, what came for a number that was given up. */
  Outbound passedOn(RosterEvent event, @Nullable String traceparent) {
    var origin = event.origin();
    var source = origin.source();
    var number = origin.personNumber();
    return new Outbound(
        Topics.ROSTER,
        number,
        reports.nameOf(event),
        DerivedId.of(
            "roster-passed-on",
            number,
            source.topic(),
            source.partition(),
            source.offset(),
            origin.changeId()),
        number,
        traceparent,
        reports.write(event));
  }

  Outbound accepted(AppliedChange change, @Nullable String traceparent) {
    var origin = change.event().origin();
    var source = origin.source();
    var outcome = change.remarks().isEmpty() ? Outcome.ACCEPTED : Outcome.ACCEPTED_WITH_REMARK;
    var feedback =
        new RosterFeedback(
            origin.changeId(),
            origin.agency(),
            source,
            outcome,
            change.remarks(),
            origin.personNumber(),
            change.version());
    return new Outbound(
        Topics.ROSTER_FEEDBACK,
        origin.changeId(),
        FEEDBACK,
        // Whoever a roster left out has the source of its announcement: the change tells them
        // apart.
        DerivedId.of(
            "roster-feedback",
            source.topic(),
            source.partition(),
            source.offset(),
            origin.changeId()),
        source.topic() + "-" + source.partition() + "-" + source.offset(),
        traceparent,
        mapper.writeValueAsBytes(feedback));
  }
}
