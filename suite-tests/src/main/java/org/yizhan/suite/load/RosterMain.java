package org.yizhan.suite.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.yizhan.contracts.CitizenId;
import org.yizhan.local.Suite;
import org.yizhan.local.SuiteService;
import org.yizhan.local.SuiteSettings;
import org.yizhan.suite.books.Lags;
import org.yizhan.suite.city.City;
import org.yizhan.suite.door.Door;
import tools.jackson.databind.JsonNode;

/**
 * A full roster of many rows as a file (H12), with roster-sync killed on the way; then the same
 * rows as the next month's roster, which must find every one of them unchanged: so each row was
 * stored once, and as it was sent. Ends with 1 when it was not.
 */
public final class RosterMain {

  private static final String USAGE = "usage: RosterMain [rows, 1000000] [kills, 3]";
  private static final String AGENCY = "/api/rosters/civil-affairs/";
  private static final String LABEL = "?division=441600&category=DIBAO&asOf=2026-10-01";
  private static final Set<String> ENDED = Set.of("CLOSED", "CLOSED_WITH_REFUSALS", "REFUSED");
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final long MINUTE_NS = 60_000_000_000L;

  private final Suite suite;
  private final Door door;
  private final Path file;
  private final long rows;

  private RosterMain(Suite suite, Door door, Path file, long rows) {
    this.suite = suite;
    this.door = door;
    this.file = file;
    this.rows = rows;
  }

  public static void main(String[] words) throws Exception {
    if (words.length > 2) {
      Report.say(USAGE);
      System.exit(2);
    }
    int rows = words.length > 0 ? Integer.parseInt(words[0]) : 1_000_000;
    int kills = words.length > 1 ? Integer.parseInt(words[1]) : 3;
    Program.runAndExit(
        "yizhan-roster",
        folder -> {
          var file = folder.resolve("roster.csv");
          write(file, rows);
          Report.say("%,d rows, %,d KB".formatted(rows, Files.size(file) / 1024));
          try (var suite = Suite.start(SuiteSettings.forTests(folder.resolve("suite")));
              var door = new Door(suite.gatewayUrl())) {
            return new RosterMain(suite, door, file, rows).run(kills);
          }
        });
  }

  private boolean run(int kills) throws Exception {
    var first = handIn("first", kills);
    boolean sound = first.path("joined").asLong() == rows && isClosed(first);
    sound &= everybodyHasOneChange();
    var second = handIn("second", 0);
    sound &= second.path("unchanged").asLong() == rows && isClosed(second);
    Report.say(
        sound ? "every row is there once, as it was sent" : "BROKEN: rows were lost or doubled");
    return sound;
  }

  private boolean isClosed(JsonNode roster) {
    return roster.path("state").asString().equals("CLOSED") && roster.path("leftOut").asLong() == 0;
  }

  private JsonNode handIn(String roster, int kills) throws Exception {
    Report.say("\nRoster " + roster + ", roster-sync killed " + kills + " times on the way");
    long began = System.nanoTime();
    JsonNode closed;
    long uploaded;
    try (var killing = Executors.newSingleThreadExecutor()) {
      var killed = killing.submit(() -> kill(kills, roster));
      int attempts = upload(roster);
      uploaded = System.nanoTime();
      Report.say("  on the log after %.0f s, %d attempts".formatted(seconds(began), attempts));
      closed = awaitClosed(roster);
      killed.get();
    }
    Report.say("  " + closed);
    Report.say(
        "  examined, compared and closed after %.0f s: %,.0f rows/s"
            .formatted(seconds(began), rows / seconds(began)));
    Report.say("  behind the upload %.0f s".formatted(seconds(uploaded)));
    try (var lags = new Lags(suite.engines().kafkaBootstrap())) {
      var behind = lags.awaitNone(PATIENCE);
      Report.say(
          "  known to eligibility and settlement after %.0f s %s"
              .formatted(seconds(began), behind));
    }
    Report.say("  peak resident, KB: " + peaks());
    return closed;
  }

  /** The file again and again until it is taken, as a clerk would: it goes on where it stopped. */
  private int upload(String roster) throws InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      for (int attempt = 1; ; attempt++) {
        try {
          var request =
              HttpRequest.newBuilder(
                      URI.create(suite.gatewayUrl() + AGENCY + roster + LABEL + "&rows=" + rows))
                  .header("Content-Type", "text/csv")
                  .POST(HttpRequest.BodyPublishers.ofFile(file))
                  .build();
          var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
          if (answer.statusCode() == 202) {
            Report.say("  " + answer.body());
            return attempt;
          }
          Report.say("  " + answer.statusCode() + " " + answer.body());
        } catch (IOException brokenOff) {
          Report.say("  upload broke off: " + brokenOff.getMessage());
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  /** First while the file is still coming in, then at equal parts of the way. */
  private Void kill(int times, String roster) throws Exception {
    var rosterSync = suite.service(SuiteService.ROSTER_SYNC.artifact());
    for (int i = 1; i <= times; i++) {
      long target = i == 1 ? rows / 100 : rows * i / (times + 1);
      while (arrived(roster) < target) {
        Thread.sleep(PAUSE);
      }
      rosterSync.kill();
      Report.say("  killed at %,d rows".formatted(target));
      rosterSync.restart();
    }
    return null;
  }

  private long arrived(String roster) {
    try {
      return door.get(AGENCY + roster).json().path("arrived").asLong(0);
    } catch (IOException notNow) {
      return 0;
    }
  }

  private JsonNode awaitClosed(String roster) throws Exception {
    long told = System.nanoTime();
    while (true) {
      var reply = door.get(AGENCY + roster);
      if (reply.isOk() && ENDED.contains(reply.json().path("state").asString(""))) {
        return reply.json();
      }
      if (System.nanoTime() - told > MINUTE_NS) {
        told = System.nanoTime();
        Report.say("  %,d rows".formatted(arrived(roster)));
      }
      Thread.sleep(PAUSE);
    }
  }

  /** Of a sample, whoever has more than one change has met a row twice. */
  private boolean everybodyHasOneChange() throws Exception {
    var wrong = new ArrayList<String>();
    var lookUp = new Door(suite.url(SuiteService.ELIGIBILITY.artifact()));
    for (int i = 0; i < rows; i += (int) Math.max(1, rows / 200)) {
      var body = "{\"idNumber\":\"%s\"}".formatted(idNumber(i));
      var answer = lookUp.post("/internal/id-lookups", body.getBytes(StandardCharsets.UTF_8));
      if (answer.json().path("eligibilityVersion").asLong() != 1) {
        wrong.add("row " + (i + 1) + ": " + answer);
      }
    }
    lookUp.close();
    wrong.stream().limit(5).forEach(Report::say);
    return wrong.isEmpty();
  }

  private List<String> peaks() throws IOException {
    var peaks = new ArrayList<String>();
    for (var process : suite.pids().entrySet()) {
      var peak =
          Files.readAllLines(Path.of("/proc", process.getValue().toString(), "status")).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .map(line -> line.replaceAll("[^0-9]", ""))
              .findFirst()
              .orElse("?");
      peaks.add(process.getKey() + " " + peak);
    }
    return peaks;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void write(Path file, int rows) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("idNumber,name,county,category,effectiveFrom,effectiveTo,basis,standardPercent\n");
      for (int i = 0; i < rows; i++) {
        out.write(
            "%s,模拟%s,%s,DIBAO,2019-07-01,,模拟〔2019〕1号,\n"
                .formatted(idNumber(i), Integer.toString(i, 36), "44162" + (1 + i % 5)));
      }
    }
  }

  /** Twenty-five million numbers that nobody has. */
  private static String idNumber(int index) {
    var born = LocalDate.of(1935, 1, 1).plusDays(index % 25_000);
    var digits = "%s%tY%2$tm%2$td%03d".formatted(City.HEYUAN, born, index / 25_000);
    return digits + CitizenId.checkCharacterOf(digits);
  }
}
