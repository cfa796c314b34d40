package org.yizhan.suite.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.yizhan.local.Suite;
import org.yizhan.local.SuiteSettings;
import org.yizhan.suite.books.Lags;
import org.yizhan.suite.city.Agencies;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Hospital;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.door.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * H13: a person who is marked now is at the counter now. Each run publishes a mark, asks for the
 * admission until it shows the mark, and discharges with the version that the admission showed. The
 * time runs from the publishing to the settlement. Ends with 1 when a settlement missed its mark,
 * or when one in a hundred took more than a second.
 */
public final class MarkMain {

  private static final String USAGE = "usage: MarkMain [runs, 500] [runs to warm up, 300]";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long BAR_US = 1_000_000;
  private static final Duration RUN_PATIENCE = Duration.ofSeconds(30);
  private static final Hospital HOSPITAL = Hospital.of("441602", 1, 3);
  private static final Map<String, String> AMOUNTS =
      Map.of(
          "total", "9000.00",
          "fullSelfPay", "0.00",
          "overLimit", "0.00",
          "priorSelfPay", "0.00",
          "inPolicy", "9000.00");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Door door;
  private final Agencies agencies;
  private final Histogram waits = new Histogram(3);
  private int missed;

  private MarkMain(Door door, Agencies agencies) {
    this.door = door;
    this.agencies = agencies;
  }

  public static void main(String[] words) throws Exception {
    int runs = words.length > 0 ? Integer.parseInt(words[0]) : 500;
    int warmUp = words.length > 1 ? Integer.parseInt(words[1]) : 300;
    if (words.length > 2) {
      Report.say(USAGE);
      System.exit(2);
    }
    Program.runAndExit(
        "yizhan-mark",
        folder -> {
          try (var suite = Suite.start(SuiteSettings.forTests(folder));
              var door = new Door(suite.gatewayUrl());
              var lags = new Lags(suite.engines().kafkaBootstrap())) {
            var agencies = new Agencies(suite.engines().kafkaBootstrap());
            return new MarkMain(door, agencies).run(runs, warmUp, lags);
          }
        });
  }

  private boolean run(int runs, int warmUp, Lags lags) throws Exception {
    agencies.publish(Posts.aboutTheWorld(List.of(HOSPITAL)));
    var people = new ArrayList<Citizen>();
    for (int i = 0; i < runs + warmUp; i++) {
      people.add(Citizen.resident("mark-" + i, City.idNumber(City.HEYUAN, i), "模拟" + i, "441602"));
    }
    agencies.register(people, PATIENCE);
    lags.awaitNone(PATIENCE);
    for (int i = 0; i < people.size(); i++) {
      if (i == warmUp) {
        waits.reset();
      }
      markAdmitDischarge(people.get(i), i);
    }
    Report.say(
        "%,d runs after %,d to warm up, %d missed their mark".formatted(runs, warmUp, missed));
    for (var percentile : List.of(50.0, 90.0, 99.0, 100.0)) {
      Report.say("  p%-5s %s".formatted(percentile, Report.ms(waits, percentile)));
    }
    return missed == 0 && waits.getValueAtPercentile(99) <= BAR_US;
  }

  private void markAdmitDischarge(Citizen citizen, int number) throws IOException {
    long began = System.nanoTime();
    agencies.publish(List.of(Posts.joined(citizen, Category.DIBAO.since("2019-07-01"))));
    var admission = admitted(citizen);
    while (!admission.path("oneStop").asBoolean(false)) {
      if (System.nanoTime() - began > RUN_PATIENCE.toNanos()) {
        throw new IllegalStateException("no admission showed the mark of run " + number);
      }
      admission = admitted(citizen);
    }
    var settlement = discharged(admission, number);
    waits.recordValue((System.nanoTime() - began) / 1_000);
    if (!isAssisted(settlement)) {
      missed++;
      Report.say("MISSED: " + settlement);
    }
  }

  private JsonNode admitted(Citizen citizen) throws IOException {
    return post(
        "/api/admissions",
        Map.of(
            "hospitalCode",
            HOSPITAL.code(),
            "admissionDate",
            "2020-03-01",
            "document",
            "ID_CARD",
            "idNumber",
            citizen.idNumber()));
  }

  private JsonNode discharged(JsonNode admission, int number) throws IOException {
    return post(
        "/api/discharges",
        Map.of(
            "hospitalCode",
            HOSPITAL.code(),
            "encounterId",
            "MARK-" + number,
            "personNumber",
            admission.path("personNumber").asString(),
            "admissionDate",
            "2020-03-01",
            "dischargeDate",
            "2020-03-09",
            "amounts",
            AMOUNTS,
            "eligibilityVersion",
            admission.path("eligibilityVersion").asLong()));
  }

  private static boolean isAssisted(JsonNode settlement) {
    return settlement
        .path("shares")
        .valueStream()
        .anyMatch(
            share ->
                share.path("payer").asString().equals("ASSISTANCE")
                    && !share.path("amount").asString().equals("0.00"));
  }

  private JsonNode post(String path, Map<String, ?> body) throws IOException {
    return door.post(path, JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8)).json();
  }
}
