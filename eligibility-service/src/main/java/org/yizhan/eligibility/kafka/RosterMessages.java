package org.yizhan.eligibility.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.Unrecognised;
import org.yizhan.eligibility.person.ApplyingChanges;
import org.yizhan.eligibility.person.ApplyingChanges.Outcome;
import org.yizhan.eligibility.premium.OwingPremiums;

/**
 * Validated changes in; first the whole coverage of each person, then the answers to the agencies
 * and what goes on to persons who stay after a merge, then the premiums to be paid (H15), out.
 */
public final class RosterMessages {

  private final EventTypes<RosterEvent> types;
  private final ApplyingChanges applying;
  private final EligibilityOutbound outbound;
  private final OwingPremiums owing;
  private final PremiumOutbound premiums;

  public RosterMessages(
      EventTypes<RosterEvent> types,
      ApplyingChanges applying,
      EligibilityOutbound outbound,
      OwingPremiums owing,
      PremiumOutbound premiums) {
    this.types = types;
    this.applying = applying;
    this.outbound = outbound;
    this.owing = owing;
    this.premiums = premiums;
  }

  public Subscription<RosterEvent> subscription() {
    return Subscription.<RosterEvent>to(Topics.ROSTER, types, this::handle);
  }

  /** An acceptance is sent only here, after the store has the change (principle 2). */
  private Reaction handle(Batch<RosterEvent> batch) {
    var known =
        batch.records().stream().filter(one -> !(one.event() instanceof Unrecognised)).toList();
    if (known.isEmpty()) {
      return Reaction.NOTHING;
    }
    var result = applying.apply(known.stream().map(Inbound::event).toList());
    var traces = new LinkedHashMap<String, @Nullable String>();
    known.forEach(one -> traces.put(one.event().origin().personNumber(), one.traceparent()));
    var publish = new ArrayList<Outbound>(result.persons().size() + known.size());
    result
        .persons()
        .forEach(
            person ->
                publish.add(outbound.coverage(person.coverage(), traces.get(person.number()))));
    for (int i = 0; i < known.size(); i++) {
      var trace = known.get(i).traceparent();
      publish.add(
          switch (result.outcomes().get(i)) {
            case Outcome.Applied(var change) -> outbound.accepted(change, trace);
            case Outcome.PassedOn(var event) -> outbound.passedOn(event, trace);
          });
    }
    for (var owed : owing.after(result)) {
      publish.add(premiums.pay(owed, traces.get(owed.personNumber())));
    }
    return Reaction.publishing(publish);
  }
}
