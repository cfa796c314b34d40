package org.yizhan.roster.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.yizhan.roster.countylist.PushingLists;

/** Pushes what is due every ten minutes; {@code yizhan.county.lists.overdue} says how many wait. */
public final class ListSweep {

  private final PushingLists pushing;
  private final Set<String> counties;
  private final Clock clock;

  /**
   * @param counties none where no platform is known: then nobody waits for a list either
   */
  public ListSweep(PushingLists pushing, Set<String> counties, Clock clock, MeterRegistry meters) {
    this.pushing = pushing;
    this.counties = Set.copyOf(counties);
    this.clock = clock;
    Gauge.builder("yizhan.county.lists.overdue", this, ListSweep::overdue).register(meters);
  }

  @Scheduled(
      initialDelayString = "${yizhan.county-lists.first:10000}",
      fixedDelayString = "${yizhan.county-lists.every:600000}")
  void sweep() {
    pushing.push(counties, OffsetDateTime.now(clock));
  }

  private long overdue() {
    return pushing.overdue(counties, LocalDate.now(clock));
  }
}
