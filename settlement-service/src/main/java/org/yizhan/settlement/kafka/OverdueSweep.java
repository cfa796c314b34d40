package org.yizhan.settlement.kafka;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.scheduling.annotation.Scheduled;

/** Once a second: commands that have waited too long go back to be refused. */
public final class OverdueSweep {

  private final EligibilityMessages messages;
  private final Clock clock;

  public OverdueSweep(EligibilityMessages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1_000)
  void sweep() {
    messages.sweep(OffsetDateTime.now(clock));
  }
}
