package org.yizhan.settlement.simulation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on one simulation at a time, on every core. What is taken is held for half a minute and
 * held on to while it is worked on; when a process ends, another takes its simulation and does the
 * slices that are missing.
 */
public final class RunningSimulations implements AutoCloseable {

  private static final Duration HOLD = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(10);

  /** A simulation that ends the process again and again must not do so for ever. */
  private static final int IN_VAIN_MAX = 5;

  private final Simulations simulations;
  private final Function<Simulation, SliceWork> works;
  private final Consumer<RuntimeException> log;
  private final AtomicReference<@Nullable AtWork> current = new AtomicReference<>();
  private volatile boolean closed;

  private record AtWork(SimulationRun run, Thread thread) {}

  /**
   * @param works what is to be done for each
   * @param log is told of every attempt that failed
   */
  public RunningSimulations(
      Simulations simulations,
      Function<Simulation, SliceWork> works,
      Consumer<RuntimeException> log) {
    this.simulations = simulations;
    this.works = works;
    this.log = log;
  }

  /** To be called every second or so, by one thread: begins a simulation, or holds on to it. */
  public void sweep(OffsetDateTime now) {
    var atWork = current.get();
    if (closed) {
      return;
    }
    if (atWork == null) {
      simulations.take(now, now.plus(HOLD)).ifPresent(this::begin);
    } else if (!simulations.renew(atWork.run().hold(), now.plus(HOLD))) {
      atWork.run().stop();
    }
  }

  private void begin(Simulations.Hold hold) {
    if (hold.inVain() >= IN_VAIN_MAX) {
      simulations.fail(
          hold, "It was begun " + IN_VAIN_MAX + " times in a row and came no further.");
    } else {
      var run = new SimulationRun(hold, simulations, works);
      var thread = Thread.ofPlatform().daemon().name("simulation").unstarted(() -> work(run));
      current.set(new AtWork(run, thread));
      thread.start();
    }
  }

  /** What failed is not let go: the time until its hold ends is the time until the next attempt. */
  private void work(SimulationRun run) {
    try {
      run.work();
    } catch (NoAnswer inVain) {
      log.accept(inVain);
      simulations.fail(run.hold(), String.valueOf(inVain.getMessage()));
    } catch (RuntimeException failed) {
      log.accept(failed);
    } finally {
      current.set(null);
    }
  }

  /** Stops soon and lets go; whoever takes the simulation next does what is missing. */
  @Override
  public void close() {
    closed = true;
    var atWork = current.get();
    if (atWork == null) {
      return;
    }
    atWork.run().stop();
    try {
      if (atWork.thread().join(END)) {
        simulations.release(atWork.run().hold());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
