package org.yizhan.eligibility.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.eligibility.premium.OwingPremiums;
import org.yizhan.eligibility.premium.Premium.State;
import org.yizhan.eligibility.premium.Premiums;
import org.yizhan.eligibility.premium.Premiums.Unpaid;

/**
 * Looks through all persons once a year has begun, page by page, outside the consumers: a city's
 * persons take longer than the brokers wait for a poll. And counts what is not paid.
 */
public final class PremiumSweep {

  private static final int PAGE = 500;
  private static final int PAGES_AT_ONCE = 20;

  private final OwingPremiums owing;
  private final Premiums premiums;
  private final PremiumOutbound outbound;
  private final Publisher publisher;
  private final Clock clock;
  private volatile Unpaid unpaid = new Unpaid(0, 0);

  public PremiumSweep(
      OwingPremiums owing,
      Premiums premiums,
      PremiumOutbound outbound,
      Publisher publisher,
      Clock clock) {
    this.owing = owing;
    this.premiums = premiums;
    this.outbound = outbound;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** The gauges exist from the start, so that an alert on them has something to ask. */
  public PremiumSweep measuredBy(MeterRegistry meters) {
    Gauge.builder("yizhan.premiums.unpaid", () -> unpaid.owed())
        .tag("state", State.OWED.name())
        .register(meters);
    Gauge.builder("yizhan.premiums.unpaid", () -> unpaid.overdue())
        .tag("state", State.OVERDUE.name())
        .register(meters);
    return this;
  }

  @Scheduled(fixedDelay = 500)
  void lookThroughPersons() {
    // The counting below waits meanwhile, so not all pages at once.
    for (int pages = 0; pages < PAGES_AT_ONCE; pages++) {
      var page = owing.nextPage(PAGE);
      if (page.isEmpty()) {
        return;
      }
      var unpaid = page.get().unpaid();
      publisher.publish(unpaid.stream().map(owed -> outbound.pay(owed, null)).toList());
      owing.done(page.get());
    }
  }

  @Scheduled(fixedDelay = 10_000)
  void count() {
    unpaid = premiums.unpaid(LocalDate.now(clock));
  }
}
