package org.yizhan.suite.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.yizhan.contracts.Topics;
import org.yizhan.local.Suite;
import org.yizhan.local.SuiteSettings;
import org.yizhan.suite.books.Books;
import org.yizhan.suite.books.Lags;
import org.yizhan.suite.city.Agencies;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.city.Discharges;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.door.Counter;
import org.yizhan.suite.door.Door;

/**
 * Measures a whole suite on this machine: how many settlements a second reach the ledger, and how
 * long a hospital waits for its answer. At the end the books must bear the figures out.
 */
public final class LoadMain {

  private static final Duration REGISTRATION = Duration.ofMinutes(10);
  private static final Duration CATCHING_UP = Duration.ofMinutes(5);
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final int STEPS_MAX = 8;
  private static final long KEPT_UP_US = 1_000_000;

  private final LoadArguments arguments;
  private final Door door;
  private final Lags lags;
  private final String bootstrap;
  private final Processes processes;

  private LoadMain(
      LoadArguments arguments, String gateway, String bootstrap, Map<String, Long> pids) {
    this.arguments = arguments;
    this.door = new Door(gateway, arguments.connections());
    this.bootstrap = bootstrap;
    this.lags = new Lags(bootstrap);
    this.processes = new Processes(pids);
  }

  public static void main(String[] words) throws Exception {
    LoadArguments arguments;
    try {
      arguments = LoadArguments.parse(words);
    } catch (IllegalArgumentException wrong) {
      Report.say(wrong.getMessage() + "\n" + LoadArguments.USAGE);
      System.exit(2);
      return;
    }
    Report.say("LoadMain " + String.join(" ", words));
    Report.say(arguments.toString());
    var given = arguments;
    Program.runAndExit("yizhan-load", folder -> run(given, folder));
  }

  private static boolean run(LoadArguments arguments, Path folder) throws Exception {
    if (arguments.gateway() != null) {
      requireLocal(Objects.requireNonNull(arguments.kafka()));
      return new LoadMain(arguments, arguments.gateway(), arguments.kafka(), Map.of()).measure();
    }
    var settings = SuiteSettings.forTests(Objects.requireNonNullElse(arguments.dataDir(), folder));
    for (var variable : arguments.environment().entrySet()) {
      settings = settings.with(variable.getKey(), variable.getValue());
    }
    if (arguments.c2()) {
      settings = settings.with(SuiteSettings.Compiler.C2);
    }
    try (var suite = Suite.start(settings)) {
      return new LoadMain(
              arguments, suite.gatewayUrl(), suite.engines().kafkaBootstrap(), suite.pids())
          .measure();
    }
  }

  private static void requireLocal(String kafka) {
    if (!kafka.matches("(127\\.0\\.0\\.1|localhost):[0-9]+")) {
      throw new IllegalArgumentException("only a suite on this machine is measured, not " + kafka);
    }
  }

  private boolean measure() throws Exception {
    var city = City.of(arguments.seed(), arguments.hospitals(), arguments.people());
    var discharges = announce(city);
    var books = Books.opened(door, lags, city.hospitals());
    var counter = new Counter(door, Duration.ofMinutes(2));
    var loop = new OpenLoop(counter, discharges);
    phase(loop, "Throughput", arguments.rate(), arguments.length());
    phase(loop, "Latency", arguments.latencyRate(), arguments.latencyLength());
    if (arguments.max()) {
      findMaximum(loop);
    }
    var problems = new ArrayList<>(loop.problems());
    problems.addAll(books.problems(loop.settled(), CATCHING_UP));
    Report.say("\nAnswers by status: " + counter.answers());
    problems.stream().limit(30).forEach(problem -> Report.say("BROKEN: " + problem));
    Report.say(
        "%,d settlements answered; the books %s"
            .formatted(
                loop.settled().size(),
                problems.isEmpty() ? "bear them out" : "DO NOT bear them out"));
    return problems.isEmpty();
  }

  private LongFunction<Discharge> announce(City city) throws IOException, InterruptedException {
    var agencies = new Agencies(bootstrap);
    long began = System.nanoTime();
    agencies.publish(Posts.aboutTheWorld(city.hospitals()));
    var registered = agencies.register(city.people(), REGISTRATION);
    for (var hospital : city.hospitals()) {
      var known =
          door.await(
              "/api/hospitals/" + hospital.code(), reply -> reply.isOk(), Duration.ofSeconds(60));
      if (!known.isOk()) {
        throw new IllegalStateException("settlement does not know " + hospital + ": " + known);
      }
    }
    var behind = lags.awaitNone(CATCHING_UP);
    if (!behind.isEmpty()) {
      throw new IllegalStateException("not caught up with the people: " + behind);
    }
    Report.say(
        "%d hospitals and %,d people announced, accepted and known to settlement within %d s"
            .formatted(
                city.hospitals().size(),
                registered.size(),
                (System.nanoTime() - began) / 1_000_000_000));
    var numbers = new HashMap<String, String>();
    registered.forEach((label, one) -> numbers.put(label, one.personNumber()));
    return new Discharges(city, numbers, "R" + startOfThisProcess(), arguments.byId())::number;
  }

  /** Makes encounter ids that no earlier run on the same data has used. */
  private static String startOfThisProcess() {
    var start = ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli);
    return Long.toString(start.orElseGet(System::nanoTime), 36).toUpperCase(Locale.ROOT);
  }

  private void phase(OpenLoop loop, String name, int rate, Duration length) throws Exception {
    if (length.isZero()) {
      return;
    }
    if (!arguments.warmup().isZero()) {
      Report.say("\nWarming up to " + rate + "/s for " + arguments.warmup().toSeconds() + " s");
      // By steps: a day at the hospitals does not begin with its busiest second either.
      for (int part : List.of(4, 2, 1)) {
        loop.run(Math.max(1, rate / part), arguments.warmup().dividedBy(3));
      }
      lags.awaitNone(CATCHING_UP);
    }
    var before = processes.now();
    var ledger = new LedgerRate(lags, length);
    var phase = loop.run(rate, length);
    var after = processes.now();
    Report.phase(
        "%s, %d discharges a second for %d s".formatted(name, rate, length.toSeconds()),
        phase,
        ledger.perSecond());
    Report.processes(before, after);
    lags.awaitNone(CATCHING_UP);
  }

  /** Raises the rate by a quarter while p99 stays below a second and the ledger keeps up. */
  private void findMaximum(OpenLoop loop) throws Exception {
    int rate = arguments.rate();
    int kept = 0;
    for (int step = 0; step < STEPS_MAX; step++) {
      var ledger = new LedgerRate(lags, STEP);
      var phase = loop.run(rate, STEP);
      long posted = ledger.perSecond();
      boolean keptUp =
          !phase.cutShort()
              && phase.waits().getValueAtPercentile(99) < KEPT_UP_US
              && posted * 100 >= rate * 97L;
      Report.say(
          "  %,6d/s for %d s: posted %,6d/s, p50 %s, p99 %s %s"
              .formatted(
                  rate,
                  STEP.toSeconds(),
                  posted,
                  Report.ms(phase.waits(), 50).strip(),
                  Report.ms(phase.waits(), 99).strip(),
                  keptUp ? "" : "- not kept up"));
      lags.awaitNone(CATCHING_UP);
      if (!keptUp) {
        break;
      }
      kept = rate;
      rate = rate * 5 / 4;
    }
    Report.say("  highest rate kept up with: " + (kept == 0 ? "below " + rate : kept) + "/s");
  }

  /** How many settlement events the ledger finishes a second, while a phase is sending. */
  private static final class LedgerRate {

    private final long before;
    private final List<Long> atEnd = new ArrayList<>();
    private final Thread watch;
    private final Duration length;

    LedgerRate(Lags lags, Duration length) {
      this.length = length;
      this.before = done(lags);
      // Read at the end of sending, not after the last answer: what the phase left behind is no
      // rate.
      this.watch =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(length);
                      atEnd.add(done(lags));
                    } catch (InterruptedException interrupted) {
                      Thread.currentThread().interrupt();
                    }
                  });
    }

    private static long done(Lags lags) {
      return lags.done("fund-ledger-service", Topics.SETTLEMENTS);
    }

    long perSecond() throws InterruptedException {
      watch.join();
      return (atEnd.getFirst() - before) / length.toSeconds();
    }
  }
}
