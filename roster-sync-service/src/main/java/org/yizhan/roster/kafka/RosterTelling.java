package org.yizhan.roster.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.roster.fullroster.ClosingRosters;
import org.yizhan.roster.fullroster.Roster;

/**
 * Who was left out goes to eligibility, which answers for each; the roster itself is answered here.
 */
public final class RosterTelling implements ClosingRosters.Telling {

  private final Publisher publisher;
  private final RosterOutbound outbound;
  private final MeterRegistry meters;

  public RosterTelling(Publisher publisher, RosterOutbound outbound, MeterRegistry meters) {
    this.publisher = publisher;
    this.outbound = outbound;
    this.meters = meters;
  }

  @Override
  public void left(List<MarkReported> leavers) {
    publisher.publish(leavers.stream().map(outbound::left).toList());
    meters.counter("yizhan.rosters.left.out").increment(leavers.size());
  }

  @Override
  public void closed(Roster roster) {
    publisher.publish(List.of(outbound.closed(roster)));
    meters
        .counter("yizhan.rosters", "agency", roster.id().agency(), "state", roster.state().name())
        .increment();
  }
}
