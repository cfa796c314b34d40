package org.yizhan.roster.kafka;

import org.springframework.scheduling.annotation.Scheduled;
import org.yizhan.roster.fullroster.ClosingRosters;

/** Once a second: full rosters that are complete are closed. */
public final class RosterSweep {

  private final ClosingRosters closing;

  public RosterSweep(ClosingRosters closing) {
    this.closing = closing;
  }

  @Scheduled(fixedDelay = 1_000)
  void sweep() {
    closing.closeWhatIsComplete();
  }
}
