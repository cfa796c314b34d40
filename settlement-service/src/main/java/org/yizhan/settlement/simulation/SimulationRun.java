package org.yizhan.settlement.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.yizhan.settlement.simulation.Simulations.Hold;

/** One attempt at a simulation: its missing slices, as many at once as there are cores. */
final class SimulationRun {

  private final Hold hold;
  private final Simulations simulations;
  private final Function<Simulation, SliceWork> works;
  private Findings soFar;
  private volatile boolean stopped;

  SimulationRun(Hold hold, Simulations simulations, Function<Simulation, SliceWork> works) {
    this.hold = hold;
    this.simulations = simulations;
    this.works = works;
    this.soFar = hold.simulation().findings();
  }

  Hold hold() {
    return hold;
  }

  void stop() {
    stopped = true;
  }

  /**
   * @throws RuntimeException what a slice failed with; the others are stopped
   */
  void work() {
    var work = works.apply(hold.simulation());
    try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var slices =
          hold.simulation().open().stream()
              .map(slice -> CompletableFuture.runAsync(() -> work(work, slice), workers))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(slices).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
    if (!stopped) {
      simulations.finish(hold);
    }
  }

  private void work(SliceWork work, Slice slice) {
    if (stopped) {
      return;
    }
    try {
      keep(slice, work.work(slice, () -> !stopped));
    } catch (RuntimeException failed) {
      stopped = true;
      throw failed;
    }
  }

  /** A slice that was stopped half-way is never kept. */
  private synchronized void keep(Slice slice, Findings found) {
    if (!stopped) {
      soFar = soFar.plus(found);
      stopped = !simulations.keep(hold, slice, soFar);
    }
  }
}
