package org.yizhan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.local.Engines;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.settling.Revisions;
import org.yizhan.settlement.settling.Revisions.Kept;
import org.yizhan.settlement.settling.Settlements;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service says of a settlement and of its law, over HTTP; long after a review was due. */
@SpringBootTest(
    classes = SettlementService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "yizhan.clock=2027-04-01T00:30:00+08:00")
class ExplanationIT {

  @Autowired EventTypes<SettlementEvent> events;
  @Autowired Settlements settlements;
  @Autowired Revisions revisions;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private final Settlement settled =
      Bills.aBill()
          .marked("DIBAO")
          .of("42000.00")
          .andBeside("5000.00", "0.00", "3000.00")
          .settled();

  @DynamicPropertySource
  static void engines(DynamicPropertyRegistry registry) {
    var engines = Engines.forTests();
    engines.createTopics(2);
    registry.add("YIZHAN_KAFKA_BOOTSTRAP", engines::kafkaBootstrap);
    registry.add("YIZHAN_MONGODB_URI", engines::mongoUri);
  }

  @BeforeEach
  void aSettlement() {
    var event = new ClaimSettled(UUID.randomUUID(), settled);
    settlements.keep(Map.of(settled.settlementId(), events.write(event)));
  }

  @Test
  @DisplayName("H1, H4, H7: as JSON, every stage in chain order with what it leaves to the next")
  void asJson() throws Exception {
    for (var accept : List.of("application/json", "*/*")) {
      var answer = explanation(settled.settlementId(), "Accept", accept);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
      var said = json.readTree(answer.body());
      assertThat(said.path("stages").findValuesAsString("payer"))
          .containsExactly("BASIC", "CATASTROPHIC", "POVERTY", "ASSISTANCE");
      assertThat(said.path("stages").path(3).path("openAfter").asString()).isEqualTo("1746.50");
      assertThat(said.path("patient").path("amount").asString()).isEqualTo("9746.50");
      assertThat(said.path("patient").path("open").asString()).isEqualTo("1746.50");
      assertThat(said.path("illustrative").findValuesAsString("status"))
          .isNotEmpty()
          .containsOnly("illustrative");
    }
  }

  @Test
  @DisplayName("H7: as text, Chinese unless English is asked for")
  void asText() throws Exception {
    var path = settled.settlementId();
    var chinese = explanation(path, "Accept", "text/plain");
    assertThat(chinese.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
    assertThat(chinese.headers().firstValue("Content-Language")).contains("zh");
    assertThat(chinese.body()).contains("4. 医疗救助：支付 6986.00 元");
    for (var asked : List.of("zh-CN,zh;q=0.9,en;q=0.8", "fr", "not a language;;", "*")) {
      var same = explanation(path, "Accept", "text/plain", "Accept-Language", asked);
      assertThat(same.body()).as(asked).isEqualTo(chinese.body());
    }
    var english =
        explanation(path, "Accept", "text/plain", "Accept-Language", "fr, en-GB;q=0.9, zh;q=0.1");
    assertThat(english.headers().firstValue("Content-Language")).contains("en");
    assertThat(english.body()).contains("4. Medical assistance pays 6986.00");
  }

  @Test
  @DisplayName("H21: a cancelled settlement is explained as it stands, with what happened to it")
  void afterACancellation() throws Exception {
    var bill = Bills.aBill().marked("DIBAO").of("42000.00");
    var year = bill.emptyYear().with(bill.settledIn(bill.emptyYear()).claim());
    var id = UUID.randomUUID();
    var refolding = new Refolding(hash -> Bills.LAWS);
    var refold = refolding.fold(year, claim -> new Standing.Cancelled(id));
    var revisions = refold.changed().stream().map(refolding::revision).toList();
    var revised =
        new ClaimsRevised(
            id, id, Cause.CANCELLATION, "sent by mistake", Bills.NOON, Bills.NOON, revisions);
    var before = revisions.getFirst().before();
    var event = new ClaimSettled(UUID.randomUUID(), before);
    this.settlements.keep(Map.of(before.settlementId(), events.write(event)));
    this.revisions.keep(
        List.of(
            new Kept(
                id,
                Cause.CANCELLATION,
                Bills.NOON,
                List.of(before.settlementId()),
                events.write(revised))));

    var said = json.readTree(explanation(before.settlementId(), "Accept", "*/*").body());
    assertThat(said.path("status").asString()).isEqualTo("CANCELLED");
    assertThat(said.at("/revisions/0/reason").asString()).isEqualTo("sent by mistake");
    assertThat(explanation(before.settlementId(), "Accept", "text/plain").body())
        .contains("已撤销", "原因：sent by mistake");
  }

  @Test
  void aRefusalIsExplainedByItsProblemAndWhatIsUnknownIs404() throws Exception {
    var id = UUID.randomUUID();
    for (var accept : List.of("application/json", "text/plain")) {
      var unknown = explanation(id, "Accept", accept);
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(unknown.body()).contains("unknown-settlement");
    }
    var problem = Problem.of(422, "not-enrolled", "Not enrolled", "Nobody enrolled the person.");
    settlements.keepRefusals(
        List.of(new DischargeRefused(UUID.randomUUID(), id, settled.settledAt(), problem)));
    assertThat(json.readTree(explanation(id, "Accept", "*/*").body()).path("status").asString())
        .isEqualTo("REFUSED");
    assertThat(explanation(id, "Accept", "text/plain").body())
        .contains("未结算", "not-enrolled", "Nobody enrolled the person.");
  }

  @Test
  @DisplayName("H5, H7: the values of a city in force on a day, with source and review date")
  void parameters() throws Exception {
    var city = json.readTree(get("/api/parameters?city=441600&on=2020-12-31").body());
    assertThat(city.path("hash"))
        .isEqualTo(json.readTree(get("/api/parameters?city=330300").body()).path("hash"));
    var cap = valueOf("441600/catastrophic/employee/general/deductible", city);
    assertThat(cap.path("value").asString()).isEqualTo("17600.00");
    assertThat(cap.path("status").asString()).isEqualTo("illustrative");
    assertThat(cap.path("reviewBy").asString()).isEqualTo("2027-03-31");
    var later = json.readTree(get("/api/parameters?city=441600").body());
    assertThat(later.path("on").asString()).isEqualTo("2027-04-01");
    var published = valueOf("441600/catastrophic/employee/general/deductible", later);
    assertThat(published.path("value").asString()).isEqualTo("10526.00");
    assertThat(published.path("from").asString()).isEqualTo("2021-01-01");
    assertThat(published.has("reviewBy")).isFalse();
    assertThat(get("/api/parameters?city=441600&on=2019-06-30").body())
        .doesNotContain("assistance");
    assertThat(get("/api/parameters").statusCode()).isEqualTo(400);
    assertThat(get("/api/parameters?city=441600&on=today").statusCode()).isEqualTo(400);
    assertThat(get("/api/parameters?city=110000").statusCode()).isEqualTo(404);
  }

  @Test
  void valuesPastTheirReviewAreCountedByCity() throws Exception {
    var metrics = get("/actuator/prometheus").body();
    assertThat(metrics)
        .containsPattern("yizhan_parameters_past_review\\{[^}]*city=\"441600\"[^}]*} [1-9]")
        .containsPattern("yizhan_parameters_past_review\\{[^}]*city=\"330300\"[^}]*} [1-9]");
  }

  private static JsonNode valueOf(String name, JsonNode city) {
    for (var value : city.path("parameters")) {
      if (value.path("name").asString().equals(name)) {
        return value;
      }
    }
    throw new AssertionError(name + " is not in " + city);
  }

  private HttpResponse<String> explanation(UUID id, String... headers)
      throws IOException, InterruptedException {
    return get("/api/settlements/" + id + "/explanation", headers);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
