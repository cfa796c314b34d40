package org.yizhan.settlement.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.scheduling.annotation.Scheduled;
import org.yizhan.settlement.simulation.RunningSimulations;

/** Twice a second: begins the next simulation, or holds on to the one at work. */
public final class SimulationSweep {

  private final RunningSimulations running;
  private final Clock clock;

  /**
   * @param clock the machine's own: how long a process may hold a simulation is no matter of the
   *     day that is rehearsed
   */
  public SimulationSweep(RunningSimulations running, Clock clock) {
    this.running = running;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 500)
  void sweep() {
    running.sweep(OffsetDateTime.now(clock));
  }
}
