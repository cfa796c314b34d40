package org.yizhan.suite.load;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.local.Engines;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.mongo.MongoBenefitYears;
import org.yizhan.settlement.mongo.MongoLawBook;
import org.yizhan.settlement.mongo.MongoSimulations;
import org.yizhan.settlement.mongo.MongoStoredYears;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.simulation.AskingWhatIf;
import org.yizhan.settlement.simulation.Period;
import org.yizhan.settlement.simulation.RunningSimulations;
import org.yizhan.settlement.simulation.Simulation;
import org.yizhan.settlement.simulation.Simulation.State;
import org.yizhan.settlement.simulation.WhatIf;
import org.yizhan.suite.city.City;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a what-if takes on a city's year of stored claims, and how much memory, with the store
 * on the same cores. Ends with 1 when it takes longer than the bar (for 200,000 people, 500,000
 * discharges), or when the law in force would have changed anything.
 */
public final class WhatIfMain {

  private static final String USAGE = "usage: WhatIfMain [people, 200000] [runs, 3]";
  private static final long SEED = 2020;
  private static final long BAR_MS = 20_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();

  private final MongoDatabase database;
  private final Laws laws = Laws.of(LawUnits.FILES.load("parameters", Optional.empty()));
  private final LawBook book;
  private final MongoSimulations simulations;

  private WhatIfMain(MongoDatabase database) {
    this.database = database;
    this.book = MongoLawBook.keeping(laws, database);
    this.simulations = new MongoSimulations(database, JSON);
  }

  public static void main(String[] words) throws Exception {
    int people = words.length > 0 ? Integer.parseInt(words[0]) : 200_000;
    int runs = words.length > 1 ? Integer.parseInt(words[1]) : 3;
    if (words.length > 2) {
      Report.say(USAGE);
      System.exit(2);
    }
    var engines = Engines.forTests();
    try (var client = MongoClients.create(engines.mongoUri())) {
      var database =
          client
              .getDatabase("settlement-service")
              .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
      var pids = new HashMap<String, Long>();
      engines.mongoProcess().ifPresent(mongod -> pids.put("mongod", mongod.pid()));
      System.exit(new WhatIfMain(database).run(people, runs, new Processes(pids)) ? 0 : 1);
    }
  }

  private boolean run(int people, int runs, Processes processes) throws Exception {
    long began = System.nanoTime();
    var city = new StoredCity(new MongoBenefitYears(database, JSON), laws, JSON, SEED);
    long discharges = city.fill(people);
    Report.say(
        "%,d people with %,d discharges stored in %,d ms"
            .formatted(people, discharges, msSince(began)));
    var unchanged = measure("the law in force", Map.of(), processes);
    boolean sound =
        unchanged.findings().changed() == 0
            && unchanged.findings().settlements() == discharges
            && unchanged.findings().people() == people;
    long longest = 0;
    var overlay = Map.of("441600/assistance.yaml", halved());
    for (int run = 1; run <= runs; run++) {
      long start = System.nanoTime();
      var found = measure("assistance at half, run " + run, overlay, processes).findings();
      longest = Math.max(longest, msSince(start));
      sound &= found.changed() > 0;
    }
    Report.say(sound ? "sound" : "NOT SOUND: what is in force must change nothing");
    return sound && longest <= BAR_MS;
  }

  private String halved() {
    var text = String.valueOf(laws.parameters().files().get("441600/assistance.yaml"));
    return text.replace("DIBAO: 0.80", "DIBAO: 0.50");
  }

  private Simulation measure(String title, Map<String, String> overlay, Processes processes)
      throws IOException, InterruptedException {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    var before = processes.now();
    long began = System.nanoTime();
    var done = simulate(overlay);
    long ms = msSince(began);
    var findings = done.findings();
    Report.say("");
    Report.say(
        "%s: %,d ms for %,d settlements of %,d people, %,d changed"
            .formatted(title, ms, findings.settlements(), findings.people(), findings.changed()));
    Report.say(
        "  heap at its peak %,d MB, resident at its peak %s KB"
            .formatted(
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
                residentPeak()));
    Report.processes(before, processes.now());
    return done;
  }

  private Simulation simulate(Map<String, String> overlay) throws InterruptedException {
    var id = UUID.randomUUID();
    var year = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
    var now = OffsetDateTime.now(Clock.systemUTC());
    new AskingWhatIf(simulations, laws).ask(id, City.HEYUAN, year, overlay, now);
    try (var running =
        new RunningSimulations(
            simulations,
            asked -> new WhatIf(asked.question(), new MongoStoredYears(database, JSON), book),
            WhatIfMain::fail)) {
      running.sweep(OffsetDateTime.now(Clock.systemUTC()));
      while (simulations.find(id).orElseThrow().state() == State.RUNNING) {
        Thread.sleep(20);
      }
    }
    return simulations.find(id).orElseThrow();
  }

  private static void fail(RuntimeException failed) {
    failed.printStackTrace();
    System.exit(1);
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static String residentPeak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .findFirst()
        .orElse("?");
  }

  private static long msSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
