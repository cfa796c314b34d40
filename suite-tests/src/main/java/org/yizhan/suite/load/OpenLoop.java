package org.yizhan.suite.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.door.Counter;
import org.yizhan.suite.door.Counter.Told;
import org.yizhan.suite.door.Reply;
import org.yizhan.suite.door.Settled;
import org.yizhan.suite.verify.Verifier;

/**
 * Sends at fixed times whatever the answers do, and counts every wait from the time at which the
 * discharge should have been sent: a suite that falls behind cannot hide it (no coordinated
 * omission).
 */
final class OpenLoop {

  private static final int SAMPLE = 50;
  private static final int ASKING_MAX = 20_000;
  private static final long WAIT_MAX_US = Duration.ofMinutes(10).toNanos() / 1_000;
  private static final long NANOS = 1_000_000_000L;

  private final Verifier verifier = Verifier.ofShippedLaw();
  private final Counter counter;
  private final LongFunction<Discharge> discharges;
  private final AtomicLong next = new AtomicLong();
  private final ConcurrentLinkedQueue<Settled> settled = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();

  OpenLoop(Counter counter, LongFunction<Discharge> discharges) {
    this.counter = counter;
    this.discharges = discharges;
  }

  /**
   * What one phase saw.
   *
   * @param waits in microseconds, from the scheduled time to the first 200, 202 or refusal
   * @param pending how many were first answered 202
   * @param refused how many were refused by a rule
   * @param cutShort whether sending stopped because too many were unanswered at once
   */
  record Phase(Histogram waits, long sent, long pending, long refused, boolean cutShort) {}

  /** Runs one phase to its last answer. */
  Phase run(int rate, Duration length) throws InterruptedException {
    var phase = new Counting();
    var asking = new Semaphore(ASKING_MAX);
    long count = rate * length.toSeconds();
    boolean cutShort = false;
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < count; i++) {
        long due = begin + i * NANOS / rate;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        if (!asking.tryAcquire()) {
          count = i;
          cutShort = true;
          break;
        }
        long index = next.getAndIncrement();
        threads.execute(
            () -> {
              try {
                ask(index).ifPresent(told -> phase.count(told, due));
              } finally {
                asking.release();
              }
            });
      }
    }
    return new Phase(phase.waits, count, phase.pending.get(), phase.refused.get(), cutShort);
  }

  private static final class Counting {
    private final ConcurrentHistogram waits = new ConcurrentHistogram(WAIT_MAX_US, 3);
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    void count(Told told, long dueNanos) {
      waits.recordValue(Math.max(0, told.answeredAtNanos() - dueNanos) / 1_000);
      if (!told.synchronous()) {
        pending.incrementAndGet();
      }
      if (!told.reply().isOk()) {
        refused.incrementAndGet();
      }
    }
  }

  private Optional<Told> ask(long index) {
    try {
      var told = counter.settle(discharges.apply(index));
      if (told.reply().isOk()) {
        keep(told.reply(), index);
      }
      return Optional.of(told);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (RuntimeException unanswered) {
      problems.add("discharge " + index + ": " + unanswered);
      return Optional.empty();
    }
  }

  /** Every answer is counted; recomputing each would take more of the machine than sending it. */
  private void keep(Reply answer, long index) {
    settled.add(Settled.in(answer.body()));
    if (index % SAMPLE == 0) {
      problems.addAll(verifier.problemsIn(answer.json()));
    }
  }

  /** Everything settled so far. */
  List<Settled> settled() {
    return List.copyOf(settled);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }
}
