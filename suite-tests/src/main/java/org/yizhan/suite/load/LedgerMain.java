package org.yizhan.suite.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.local.RunningService;
import org.yizhan.local.Suite;
import org.yizhan.local.SuiteService;
import org.yizhan.local.SuiteSettings;
import org.yizhan.suite.books.Lags;
import org.yizhan.suite.door.Door;
import tools.jackson.databind.JsonNode;

/**
 * How many postings a second the ledger makes of a topic full of settlements, with broker and store
 * on the same cores. Three times, each from a cold start: every fund of two hundred hospitals; one
 * fund of two hundred; and one fund of one hospital, so that all of it is one pair of accounts. The
 * last two post equally large settlements and may be compared. Ends with 1 when a trial balance is
 * not exactly the sum of what was published, or when the hot account takes more than twice as long.
 */
public final class LedgerMain {

  private static final String USAGE = "usage: LedgerMain [settlements, 100000] [--c2]";
  private static final String GROUP = SuiteService.LEDGER.artifact();
  private static final long SEED = 2026;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_MS = 20;
  private static final int HOSPITALS = 200;
  private static final List<Payer> ONE_FUND = List.of(Payer.BASIC);

  private final Suite suite;
  private final Lags lags;
  private final int settlements;
  private final Map<Payer, Long> published = new EnumMap<>(Payer.class);
  private @Nullable RunningService ledger;
  private boolean sound = true;

  private LedgerMain(Suite suite, Lags lags, int settlements) {
    this.suite = suite;
    this.lags = lags;
    this.settlements = settlements;
  }

  public static void main(String[] words) throws Exception {
    var numbers = List.of(words).stream().filter(word -> word.matches("[0-9]+")).toList();
    boolean c2 = List.of(words).contains("--c2");
    if (numbers.size() + (c2 ? 1 : 0) != words.length || numbers.size() > 1) {
      Report.say(USAGE);
      System.exit(2);
    }
    int settlements = numbers.isEmpty() ? 100_000 : Integer.parseInt(numbers.getFirst());
    Program.runAndExit(
        "yizhan-ledger",
        folder -> {
          try (var suite = Suite.startEmpty(settings(folder, c2));
              var lags = new Lags(suite.engines().kafkaBootstrap())) {
            return new LedgerMain(suite, lags, settlements).run();
          }
        });
  }

  private static SuiteSettings settings(Path folder, boolean c2) {
    var settings = SuiteSettings.forTests(folder);
    return c2 ? settings.with(SuiteSettings.Compiler.C2) : settings;
  }

  private boolean run() throws Exception {
    var many = PostedSettlements.hospitals(HOSPITALS);
    var one = PostedSettlements.hospitals(1);
    var every = List.of(Payer.values());
    measure("every fund, 200 hospitals", new PostedSettlements(many, every, SEED));
    long spread =
        measure("one fund, 200 hospitals", new PostedSettlements(many, ONE_FUND, SEED + 1));
    long hot = measure("one fund, one hospital", new PostedSettlements(one, ONE_FUND, SEED + 2));
    Report.say("");
    Report.say("the hot account gets %d %% of what spread ones get".formatted(hot * 100 / spread));
    return sound && hot >= spread / 2;
  }

  /** Returns postings a second. */
  private long measure(String title, PostedSettlements source) throws Exception {
    source.publish(suite.engines().kafkaBootstrap(), settlements);
    source.fen().forEach((fund, fen) -> published.merge(fund, fen, Math::addExact));
    var others = suite.pids();
    others.remove(GROUP);
    var used = new Processes(others).now();
    used.put(GROUP, new Processes.Use(0, 0)); // of a new process, so all of it counts
    var posting = awaitPosted();
    long posted = posting.settlements() * source.postings() / settlements;
    long rate = posted * 1_000 / posting.ms();
    Report.say("");
    Report.say(title + ": %,d postings/s".formatted(rate));
    Report.say(
        "  %,d settlements of %d postings; %,d ms since the first commit, %,d since the launch"
            .formatted(
                settlements, source.postings() / settlements, posting.ms(), posting.sinceLaunch()));
    Report.processes(used, new Processes(suite.pids()).now());
    requireExact();
    stopLedger();
    return rate;
  }

  /** What was posted between the first commit that was seen and the last. */
  private record Posting(long settlements, long ms, long sinceLaunch) {}

  private Posting awaitPosted() throws InterruptedException {
    long end = lags.count(Topics.SETTLEMENTS);
    long before = lags.done(GROUP, Topics.SETTLEMENTS);
    long launched = System.nanoTime();
    startLedger();
    long first = before;
    while (first == before) {
      Thread.sleep(PAUSE_MS);
      first = lags.done(GROUP, Topics.SETTLEMENTS);
    }
    long began = System.nanoTime();
    while (lags.done(GROUP, Topics.SETTLEMENTS) < end) {
      Thread.sleep(PAUSE_MS);
    }
    long ms = Math.max(1, msSince(began));
    return new Posting(end - first, ms, msSince(launched));
  }

  private static long msSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  private void startLedger() {
    if (ledger == null) {
      ledger = suite.add(SuiteService.LEDGER);
    } else {
      ledger.restart();
    }
  }

  private void stopLedger() {
    if (ledger != null) {
      ledger.stop(STOP_PATIENCE);
    }
  }

  /** To the fen, and every book against what was published. */
  private void requireExact() throws IOException {
    try (var door = new Door(suite.url(SuiteService.LEDGER.artifact()))) {
      for (var fund : Payer.values()) {
        var found = door.get("/api/ledger/trial-balance?fund=" + fund).json();
        var wanted = published.getOrDefault(fund, 0L);
        for (var side : List.of("debit", "credit")) {
          if (fen(found.path(side)) != wanted) {
            sound = false;
            Report.say(
                "WRONG: %s of %s is %s, must be %,d fen"
                    .formatted(side, fund, found.path(side), wanted));
          }
        }
      }
    }
    Report.say(sound ? "  trial balances exact to the fen" : "  TRIAL BALANCES ARE WRONG");
  }

  private static long fen(JsonNode yuan) {
    return Money.of(yuan.asString()).fen();
  }
}
