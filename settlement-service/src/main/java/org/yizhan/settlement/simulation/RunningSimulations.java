package org.yizhan.settlement.simulation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.benefityear.LawBook;

/**
 * Works on one simulation at a time, on every core. What is taken is held for half a minute and
 * held on to while it is worked on; when a process ends, another takes its simulation and does the
 * slices that are missing.
 */
public final class RunningSimulations implements AutoCloseable {

  private static final Duration HOLD = Duration.ofSeconds(30);

  /** A simulation that ends the process again and again must not do so for ever. */
  private static final int ATTEMPTS_MAX = 5;

  private final Simulations simulations;
  private final StoredYears years;
  private final LawBook book;
  private final Consumer<RuntimeException> log;
  private final AtomicReference<@Nullable SimulationRun> current = new AtomicReference<>();

  /**
   * @param log is told of every attempt that failed
   */
  public RunningSimulations(
      Simulations simulations, StoredYears years, LawBook book, Consumer<RuntimeException> log) {
    this.simulations = simulations;
    this.years = years;
    this.book = book;
    this.log = log;
  }

  /** To be called every second or so, by one thread: begins a simulation, or holds on to it. */
  public void sweep(OffsetDateTime now) {
    var run = current.get();
    if (run == null) {
      simulations.take(now, now.plus(HOLD)).ifPresent(this::begin);
    } else if (!simulations.renew(run.hold(), now.plus(HOLD))) {
      run.stop();
    }
  }

  private void begin(Simulations.Hold hold) {
    if (hold.attempt() > ATTEMPTS_MAX) {
      simulations.fail(hold, "It was begun " + ATTEMPTS_MAX + " times and never came to its end.");
    } else {
      var run = new SimulationRun(hold, simulations, years, book);
      current.set(run);
      Thread.ofPlatform().daemon().name("simulation").start(() -> work(run));
    }
  }

  private void work(SimulationRun run) {
    try {
      run.work();
    } catch (RuntimeException failed) {
      log.accept(failed);
      release(run.hold());
    } finally {
      current.set(null);
    }
  }

  /** The store may be what failed; then the hold ends by itself. */
  private void release(Simulations.Hold hold) {
    try {
      simulations.release(hold);
    } catch (RuntimeException failed) {
      log.accept(failed);
    }
  }

  /** Stops soon; what is missing is done by whoever takes it next. */
  @Override
  public void close() {
    var run = current.get();
    if (run != null) {
      run.stop();
    }
  }
}
