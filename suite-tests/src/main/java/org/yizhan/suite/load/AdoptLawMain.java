package org.yizhan.suite.load;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.yizhan.local.Suite;
import org.yizhan.local.SuiteSettings;
import org.yizhan.settlement.mongo.MongoBenefitYears;
import org.yizhan.settlement.mongo.MongoLawBook;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.suite.books.Lags;
import org.yizhan.suite.door.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a city takes to adopt a law that reaches back (H10): previewed, confirmed, every
 * affected year by its command on the log, until the ledger has booked it. Engines and services
 * share the cores. Ends with 1 when what was decided is not what was previewed, or when a second
 * look finds anything left.
 */
public final class AdoptLawMain {

  private static final String USAGE = "usage: AdoptLawMain [people, 200000]";
  private static final long SEED = 2020;
  private static final String FILE = "441600/assistance.yaml";
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final String ASKED =
      """
      {"city": "441600", "from": "2020-01-01", "to": "2020-12-31", "maker": "clerk-7",
       "reason": "rates changed from January on"}
      """;

  private final Suite suite;
  private final Door door;
  private final Processes processes;

  private AdoptLawMain(Suite suite, Door door) {
    this.suite = suite;
    this.door = door;
    this.processes = new Processes(suite.pids());
  }

  public static void main(String[] words) throws Exception {
    if (words.length > 1) {
      Report.say(USAGE);
      System.exit(2);
    }
    int people = words.length > 0 ? Integer.parseInt(words[0]) : 200_000;
    var shipped = Laws.of(LawUnits.FILES.load(LawUnits.SHIPPED, Optional.empty()));
    Program.runAndExit("yizhan-adopt-law", folder -> adopt(folder, shipped, people));
  }

  private static boolean adopt(Path folder, Laws shipped, int people) throws Exception {
    var overlay = folder.resolve("overlay");
    halve(shipped, overlay.resolve(FILE));
    var settings =
        SuiteSettings.forTests(folder.resolve("suite"))
            .with(SuiteSettings.Compiler.C2)
            .with("YIZHAN_PARAMETERS_OVERLAY", overlay.toString());
    try (var suite = Suite.start(settings);
        var door = new Door(suite.gatewayUrl())) {
      fill(suite, shipped, people);
      return new AdoptLawMain(suite, door).run();
    }
  }

  private static void halve(Laws shipped, Path file) throws IOException {
    var text = String.valueOf(shipped.parameters().files().get(FILE));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.replace("DIBAO: 0.80", "DIBAO: 0.50"));
  }

  /** Years as the service left them while the shipped law was in force. */
  private static void fill(Suite suite, Laws shipped, int people) {
    var json =
        JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
    try (var client = MongoClients.create(suite.engines().mongoUri())) {
      MongoDatabase database =
          client
              .getDatabase("settlement-service")
              .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
      MongoLawBook.keeping(shipped, database);
      var city = new StoredCity(new MongoBenefitYears(database, json), shipped, json, SEED);
      long began = System.nanoTime();
      long discharges = city.fill(people);
      Report.say(
          "%,d people with %,d discharges stored in %.1f s"
              .formatted(people, discharges, seconds(began)));
    }
  }

  private boolean run() throws Exception {
    preview(); // by services that have only just started, as their compilers are at work
    var place = preview();
    var previewed = awaitDone(place, "preview");

    var before = processes.now();
    long began = System.nanoTime();
    post(place + "/approval", "{\"checker\": \"clerk-9\"}");
    var adopted = awaitDone(place, "adoption");
    double took = seconds(began);
    long years = adopted.at("/result/people").asLong();
    Report.say(
        "adopted in %.1f s: %s, %,.0f years/s".formatted(took, brief(adopted), years / took));
    try (var lags = new Lags(suite.engines().kafkaBootstrap())) {
      var behind = lags.awaitNone(PATIENCE);
      Report.say("booked after %.1f s %s".formatted(seconds(began), behind));
    }
    Report.processes(before, processes.now());

    long left = awaitDone(preview(), "preview").at("/result/changed").asLong();
    boolean sound =
        years > 0
            && adopted.path("apart").isEmpty()
            && adopted.path("result").equals(previewed.path("result"))
            && left == 0;
    Report.say(
        sound ? "decided as previewed, nothing left" : "NOT SOUND: %,d left".formatted(left));
    return sound;
  }

  private String preview() throws Exception {
    var before = processes.now();
    long began = System.nanoTime();
    var place = "/api/readjudications/" + post("/api/readjudications", ASKED).path("id").asString();
    var previewed = awaitDone(place, "preview");
    Report.say("previewed in %.1f s: %s".formatted(seconds(began), brief(previewed)));
    Report.processes(before, processes.now());
    return place;
  }

  private static String brief(JsonNode part) {
    return "%,d settlements of %,d years change"
        .formatted(part.at("/result/changed").asLong(), part.at("/result/people").asLong());
  }

  private JsonNode post(String path, String body) throws IOException {
    var reply = door.post(path, body.getBytes(StandardCharsets.UTF_8));
    if (reply.status() != 202) {
      throw new IllegalStateException(path + " answers " + reply);
    }
    return reply.json();
  }

  /** Returns the part of the re-adjudication once it is done. */
  private JsonNode awaitDone(String place, String part) throws Exception {
    var reply =
        door.await(
            place,
            one -> !one.json().path(part).path("state").asString("RUNNING").equals("RUNNING"),
            PATIENCE);
    var ended = reply.json().path(part);
    if (!ended.path("state").asString("").equals("DONE")) {
      throw new IllegalStateException(place + " did not come to its end: " + ended);
    }
    return ended;
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
