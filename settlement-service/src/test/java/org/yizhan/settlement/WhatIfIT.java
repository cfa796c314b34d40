package org.yizhan.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.local.Engines;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.simulation.Overlays;
import org.yizhan.settlement.simulation.Runways;
import org.yizhan.settlement.simulation.Years;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What-if over HTTP, on years in a real store that other tests leave alone: those of 2021. */
@SpringBootTest(
    classes = SettlementService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfIT {

  @Autowired JsonMapper json;
  @Autowired MongoDatabase database;
  @Autowired BenefitYears years;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void engines(DynamicPropertyRegistry registry) {
    var engines = Engines.forTests();
    engines.createTopics(2);
    registry.add("YIZHAN_KAFKA_BOOTSTRAP", engines::kafkaBootstrap);
    registry.add("YIZHAN_MONGODB_URI", engines::mongoUri);
  }

  @BeforeAll
  void storeYears() {
    for (var person : List.of("P0AAAAAAAAAAAAAA1", "PMAAAAAAAAAAAAAA2", "PZAAAAAAAAAAAAAA3")) {
      store(Years.of(person, marked("2021-02-15"), marked("2021-03-15")));
    }
    store(Years.of("PZAAAAAAAAAAAAAA4", aBill().of("42000.00").dischargedOn("2021-02-15")));
    store(Years.of("PZAAAAAAAAAAAAAA3", marked("2020-02-15")));
  }

  @BeforeAll
  void sayHowLongMoneyLasts(@Autowired Publisher publisher, @Autowired Runways runways) {
    var types = EventTypes.of(LedgerEvent.class, json);
    for (var month : List.of("2021-03", "2021-02")) { // the older one comes late
      var forecast =
          new RunwayForecast(
              "441600",
              Payer.ASSISTANCE,
              PrepaymentKind.IN_CITY,
              YearMonth.parse(month),
              Money.of("90000.00"),
              Money.of("30000.00"),
              LocalDate.parse("2021-07-01"));
      publisher.publish(
          List.of(
              new Outbound(
                  Topics.LEDGER,
                  "441600/ASSISTANCE",
                  types.nameOf(forecast),
                  UUID.randomUUID(),
                  null,
                  null,
                  types.write(forecast))));
    }
    await().until(() -> !runways.of("441600").isEmpty());
  }

  private static Bills marked(String day) {
    return aBill().of("42000.00").marked("DIBAO").dischargedOn(day);
  }

  private void store(BenefitYear year) {
    var stored = new BenefitYears.Stored(Years.running(year), 0, Set.of());
    years.store(List.of(new BenefitYears.Change(stored, Map.of(), Set.of())));
  }

  @AfterAll
  void close() {
    http.close();
  }

  @Test
  @DisplayName(
      "H7, W6: one ratio tried out on stored claims: 202, progress, result, CSV; nothing changed")
  void fromQuestionToFile() throws Exception {
    var before = claims();
    var accepted = ask(question(Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50")));
    assertThat(accepted.statusCode()).isEqualTo(202);
    var place = accepted.headers().firstValue("Location").orElseThrow();
    assertThat(json.readTree(accepted.body()).path("state").asString()).isEqualTo("RUNNING");
    assertThat(place)
        .isEqualTo("/api/simulations/" + json.readTree(accepted.body()).path("id").asString());

    var done = awaitState(place, "DONE");
    var result = done.path("result");
    assertThat(done.path("progress").path("done").asInt()).isEqualTo(32);
    assertThat(result.path("people").asLong()).isEqualTo(4);
    assertThat(result.path("settlements").asLong()).isEqualTo(7);
    assertThat(result.path("changed").asLong()).isEqualTo(6);
    // by hand: 80 % of 8,732.50 and of 5,036.50 become 50 %, for each of three persons
    assertThat(of(result.path("payers"), "payer", "ASSISTANCE"))
        .containsEntry("before", "33045.60")
        .containsEntry("after", "20653.50")
        .containsEntry("difference", "-12392.10");
    assertThat(of(result.path("months"), "key", "2021-02")).containsEntry("difference", "-7859.25");
    assertThat(of(result.path("months"), "key", "2021-03")).containsEntry("difference", "-4532.85");
    assertThat(of(result.path("categories"), "key", "NONE")).containsEntry("difference", "0.00");
    assertThat(of(result.path("counties"), "key", "441602"))
        .containsEntry("difference", "-12392.10");
    assertThat(of(result.path("hospitals"), "key", "H44162100001"))
        .containsEntry("difference", "-12392.10");
    assertThat(of(result.path("monthlySpending"), "fund", "ASSISTANCE"))
        .containsEntry("months", "2")
        .containsEntry("before", "16522.80")
        .containsEntry("after", "10326.75")
        .containsEntry("difference", "-6196.05");
    // W6: 30,000.00 a month become 18,750.00, in the ratio of 20,653.50 to 33,045.60
    assertThat(of(result.path("runways"), "kind", "IN_CITY"))
        .containsEntry("month", "2021-03")
        .containsEntry("balance", "90000.00")
        .containsEntry("monthlyBefore", "30000.00")
        .containsEntry("monthlyAfter", "18750.00")
        .containsEntry("monthsBefore", "3.0")
        .containsEntry("monthsAfter", "4.8")
        .containsEntry("exhaustedBefore", "2021-07-01")
        .containsEntry("exhaustedAfter", "2021-08-25");

    var csv = send(get(place).header("Accept", "text/csv"));
    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body())
        .startsWith("\uFEFFsection,key,payer,before,after,difference\r\n")
        .contains("all,ALL,ASSISTANCE,33045.60,20653.50,-12392.10\r\n")
        .contains("month,2021-03,ASSISTANCE,12087.60,7554.75,-4532.85\r\n")
        .contains("monthly-spending,2 months,ASSISTANCE,16522.80,10326.75,-6196.05\r\n")
        .contains("exhausted-on,IN_CITY 2021-03,ASSISTANCE,2021-07-01,2021-08-25,\r\n");
    assertThat(claims()).isEqualTo(before);
  }

  @Test
  @DisplayName("H7: a yearly cap that more people use up")
  void aLowerCap() throws Exception {
    var place = askWell(question(Overlays.assistance("value: 80000", "value: 10000")));
    var cap = of(awaitState(place, "DONE").path("result").path("caps"), "payer", "ASSISTANCE");
    assertThat(cap).containsEntry("before", "0").containsEntry("after", "3");
  }

  @Test
  void aBadDraftIsNamedAndNothingIsBegun() throws Exception {
    var known = database.getCollection("simulations").countDocuments();
    var refused = ask(question(Overlays.assistance("DIBAO: 0.80", "DIBAO: 8")));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "parameters-invalid", "441600/assistance.yaml, in-part/ratio, 2019-07-01", "was 8");
    for (var bad : List.of("city", "from", "to", "overlay")) {
      var question = question(Map.of());
      question.remove(bad);
      var malformed = ask(question);
      assertThat(malformed.statusCode()).isEqualTo(400);
      assertThat(json.readTree(malformed.body()).path("errors").path(0).path("field").asString())
          .isEqualTo(bad);
    }
    var backwards = question(Map.of());
    backwards.put("to", "2018-12-31");
    assertThat(ask(backwards).body()).contains("period-invalid");
    assertThat(ask(question(Map.of("basic.yaml", "x".repeat(1_000_001)))).statusCode())
        .isEqualTo(413);
    assertThat(database.getCollection("simulations").countDocuments()).isEqualTo(known);
  }

  @Test
  void whatIsUnknownUnfinishedOrCancelledSaysSo() throws Exception {
    var unknown = "/api/simulations/" + UUID.randomUUID();
    assertThat(send(get(unknown)).statusCode()).isEqualTo(404);
    assertThat(send(request(unknown).DELETE()).statusCode()).isEqualTo(404);
    // every year of ten, so that it is not over at once
    var question = question(Map.of());
    question.put("from", "2014-01-01");
    question.put("to", "2023-12-31");
    var place = askWell(question);
    assertThat(send(request(place).DELETE()).statusCode()).isEqualTo(204);
    var state = json.readTree(send(get(place)).body()).path("state").asString();
    assertThat(state).isEqualTo("CANCELLED");
    var csv = send(get(place).header("Accept", "text/csv"));
    assertThat(csv.statusCode()).isEqualTo(409);
    assertThat(csv.body()).contains("simulation-not-done");
    assertThat(send(request(place).DELETE()).statusCode()).isEqualTo(204);
  }

  private Map<String, Object> question(Map<String, String> overlay) {
    return new HashMap<>(
        Map.of("city", "441600", "from", "2021-01-01", "to", "2021-12-31", "overlay", overlay));
  }

  private String askWell(Map<String, Object> question) throws Exception {
    var accepted = ask(question);
    assertThat(accepted.statusCode()).isEqualTo(202);
    return accepted.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> ask(Map<String, Object> question) throws Exception {
    return send(
        request("/api/simulations")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(question))));
  }

  private JsonNode awaitState(String place, String state) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> json.readTree(send(get(place)).body()),
            simulation -> simulation.path("state").asString().equals(state));
  }

  private static Map<String, String> of(JsonNode list, String member, String value) {
    for (var node : list) {
      if (node.path(member).asString().equals(value)) {
        var found = new HashMap<String, String>();
        node.properties().forEach(e -> found.put(e.getKey(), e.getValue().asString("")));
        return found;
      }
    }
    throw new AssertionError(value + " is not in " + list);
  }

  private List<Document> claims() {
    return database
        .getCollection("benefitYears")
        .find(new Document("year", 2021))
        .into(new ArrayList<>());
  }

  private HttpRequest.Builder get(String path) {
    return request(path).GET();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
