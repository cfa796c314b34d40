package org.yizhan.eligibility.kafka;

import org.springframework.scheduling.annotation.Scheduled;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.eligibility.premium.AskingAgain;

/** Asks again for what is unpaid once a day has begun, page by page, outside the consumers. */
public final class AskingAgainSweep {

  private static final int PAGE = 500;
  private static final int PAGES_AT_ONCE = 20;

  private final AskingAgain asking;
  private final PremiumOutbound outbound;
  private final Publisher publisher;

  public AskingAgainSweep(AskingAgain asking, PremiumOutbound outbound, Publisher publisher) {
    this.asking = asking;
    this.outbound = outbound;
    this.publisher = publisher;
  }

  @Scheduled(fixedDelay = 500)
  void ask() {
    // The other sweeps wait meanwhile, so not all pages at once.
    for (int pages = 0; pages < PAGES_AT_ONCE; pages++) {
      var page = asking.nextPage(PAGE);
      if (page.isEmpty()) {
        return;
      }
      var unpaid = page.get().unpaid();
      publisher.publish(unpaid.stream().map(owed -> outbound.pay(owed, null)).toList());
      asking.done(page.get());
    }
  }
}
