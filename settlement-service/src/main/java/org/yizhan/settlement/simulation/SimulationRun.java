package org.yizhan.settlement.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.simulation.Simulations.Hold;

/** One attempt at a simulation: its missing slices, as many at once as there are cores. */
final class SimulationRun {

  private final Hold hold;
  private final Simulations simulations;
  private final StoredYears years;
  private final LawBook book;
  private final Laws trial;
  private final Question question;
  private Findings soFar;
  private volatile boolean stopped;

  SimulationRun(Hold hold, Simulations simulations, StoredYears years, LawBook book) {
    this.hold = hold;
    this.simulations = simulations;
    this.years = years;
    this.book = book;
    this.question = hold.simulation().question();
    this.trial = book.of(question.hashInForce()).with(question.overlay());
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
    try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var slices =
          hold.simulation().open().stream()
              .map(slice -> CompletableFuture.runAsync(() -> work(slice), workers))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(slices).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
    if (!stopped) {
      simulations.finish(hold);
    }
  }

  private void work(Slice slice) {
    if (stopped) {
      return;
    }
    try {
      var replay = new Replay(book, trial, question.period());
      question
          .period()
          .years()
          .forEach(year -> years.read(question.city(), year, slice, each -> take(replay, each)));
      keep(slice, replay.findings());
    } catch (RuntimeException failed) {
      stopped = true;
      throw failed;
    }
  }

  private boolean take(Replay replay, BenefitYear year) {
    replay.add(year);
    return !stopped;
  }

  /** A slice that was stopped half-way is never kept. */
  private synchronized void keep(Slice slice, Findings found) {
    if (!stopped) {
      soFar = soFar.plus(found);
      stopped = !simulations.keep(hold, slice, soFar);
    }
  }
}
