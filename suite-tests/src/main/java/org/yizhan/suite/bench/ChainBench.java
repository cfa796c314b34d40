package org.yizhan.suite.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.yizhan.settlement.payerchain.PayerChain.Amounts;
import org.yizhan.settlement.payerchain.PayerChain.Division;

/** How many bills one core divides in a second, with and without the explanation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ChainBench {

  private static final int KINDS = 1 << 12;
  private static final long SEED = 2019;

  private final Stays.Question[] questions = Stays.of(KINDS, SEED);
  private int next;

  @Benchmark
  public Amounts unexplained() {
    var asked = question();
    return asked.chain().amounts(asked.stay(), asked.inPolicy(), asked.before());
  }

  @Benchmark
  public Division explained() {
    var asked = question();
    return asked.chain().divide(asked.stay(), asked.inPolicy(), asked.before());
  }

  private Stays.Question question() {
    return questions[next++ & KINDS - 1];
  }

  /** Runs both and fails when one stays below its bar. */
  public static void main(String[] ignored) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(ChainBench.class.getName() + "\\.")
            .addProfiler(GCProfiler.class)
            .build();
    boolean met = true;
    for (var result : new Runner(options).run()) {
      met &= isMet(result);
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean isMet(RunResult result) {
    var name = result.getPrimaryResult().getLabel();
    long perSecond = Math.round(result.getPrimaryResult().getScore());
    long bar = name.equals("explained") ? 300_000 : 1_000_000;
    var bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
    System.out.printf(
        "%-12s %,11d/s per core (bar %,d), %,d bytes each%n",
        name, perSecond, bar, bytes == null ? 0 : Math.round(bytes.getScore()));
    return perSecond >= bar;
  }
}
