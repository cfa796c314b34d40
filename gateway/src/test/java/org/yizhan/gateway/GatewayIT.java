package org.yizhan.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.local.Engines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole door against a real broker and a real store; the services behind it are played. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "yizhan.intake.read-within=1s")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIT {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final WireMockServer SERVICES = new WireMockServer(wireMockConfig().dynamicPort());
  private static final String NOBODY_LISTENS = "http://127.0.0.1:1";

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String gateway;
  private final FakeSettlement settlement;

  @Autowired
  GatewayIT(@Value("${local.server.port}") int port, JsonMapper mapper) throws InterruptedException {
    this.gateway = "http://localhost:" + port;
    this.settlement = new FakeSettlement(Engines.forTests().kafkaBootstrap(), mapper);
  }

  @DynamicPropertySource
  static void engines(DynamicPropertyRegistry properties) {
    SERVICES.start();
    Engines.forTests().createTopics(3);
    properties.add("YIZHAN_KAFKA_BOOTSTRAP", () -> Engines.forTests().kafkaBootstrap());
    properties.add("YIZHAN_MONGODB_URI", () -> Engines.forTests().mongoUri());
    properties.add("YIZHAN_SETTLEMENT_URL", SERVICES::baseUrl);
    properties.add("YIZHAN_ELIGIBILITY_URL", SERVICES::baseUrl);
    properties.add("YIZHAN_LEDGER_URL", SERVICES::baseUrl);
    properties.add("YIZHAN_RECONCILIATION_URL", () -> NOBODY_LISTENS);
  }

  @BeforeAll
  void untilReady() {
    await().atMost(Duration.ofSeconds(60)).until(() -> get("/actuator/health/readiness").statusCode() == 200);
  }

  @AfterAll
  void close() throws InterruptedException {
    settlement.close();
    SERVICES.stop();
  }

  @BeforeEach
  @AfterEach
  void forgetStubs() {
    SERVICES.resetAll();
  }

  @Test
  @DisplayName("H1: a discharge is answered with its settlement, byte for byte as published")
  void settled() throws Exception {
    var answer = post("/api/discharges", Bodies.bytes(Bodies.sound("ZY1")), "Prefer", "wait=20", "traceparent", TRACE);

    var command = settlement.commandsOf("ZY1").getFirst();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(settlement.bytesOf(command.settlementId()));
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=20");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void theCommandIsKeyedByPersonAndCarriesIdsAndTrace() throws Exception {
    post("/api/discharges", Bodies.bytes(Bodies.sound("ZY2")), "traceparent", TRACE);

    var heard = settlement.heard.stream().filter(it -> it.command().encounterId().equals("ZY2")).findFirst().orElseThrow();
    assertThat(heard.message().key()).isEqualTo(Bodies.PERSON);
    assertThat(header(heard, "ce_id")).isEqualTo(heard.command().commandId().toString());
    assertThat(header(heard, "ce_subject")).isEqualTo(heard.command().settlementId().toString());
    assertThat(header(heard, "ce_type")).isEqualTo("settle-discharge.v1");
    assertThat(header(heard, "traceparent")).isEqualTo(TRACE);
  }

  @Test
  void theSameAgainIsANewCommandForTheSameSettlement() throws Exception {
    var first = post("/api/discharges", Bodies.bytes(Bodies.sound("ZY3")));
    var second = post("/api/discharges", Bodies.bytes(Bodies.with(Bodies.sound("ZY3"), "eligibilityVersion", "2")));

    assertThat(second.body()).isEqualTo(first.body());
    var commands = settlement.commandsOf("ZY3");
    assertThat(commands).extracting(SettleDischarge::settlementId).hasSize(2).containsOnly(commands.getFirst().settlementId());
    assertThat(commands).extracting(SettleDischarge::commandId).doesNotHaveDuplicates();
  }

  @Test
  void fiftyAtOnceGetEqualBytesAndEachIsItsOwnCommand() {
    var body = Bodies.bytes(Bodies.sound("ZY50"));
    var answers = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
    for (int i = 0; i < 50; i++) {
      answers.add(http.sendAsync(request("/api/discharges", BodyPublishers.ofByteArray(body), "Prefer", "wait=30"),
          BodyHandlers.ofByteArray()));
    }

    assertThat(answers).allSatisfy(answer -> {
      assertThat(answer.join().statusCode()).isEqualTo(200);
      assertThat(answer.join().body()).isEqualTo(answers.getFirst().join().body());
    });
    // The first decision answers all who wait by then, so the last commands may still be on their way.
    await().until(() -> settlement.commandsOf("ZY50").size() == 50);
    assertThat(settlement.commandsOf("ZY50")).extracting(SettleDischarge::commandId).doesNotHaveDuplicates();
    assertThat(settlement.commandsOf("ZY50")).extracting(SettleDischarge::settlementId).containsOnly(
        settlement.commandsOf("ZY50").getFirst().settlementId());
  }

  @Test
  void aRefusalIsAnsweredAsTheProblemItIs() throws Exception {
    var answer = post("/api/discharges", Bodies.bytes(Bodies.sound("REFUSED1")));

    assertProblem(answer, 409, "same-stay-other-body");
  }

  @Test
  void whoDoesNotWaitGets202ThenPendingThenTheSettlement() throws Exception {
    SERVICES.stubFor(WireMock.get(urlPathMatching("/api/settlements/.*")).willReturn(aResponse().withStatus(404)));

    var accepted = post("/api/discharges", Bodies.bytes(Bodies.sound("SILENT1")), "Prefer", "wait=0");

    var body = json(accepted);
    var path = "/api/settlements/" + body.get("settlementId").asString();
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(accepted.headers().firstValue("Location")).contains(path);
    assertThat(accepted.headers().firstValue("Preference-Applied")).contains("wait=0");
    assertThat(body.get("status").asString()).isEqualTo("PENDING");
    assertThat(body.get("personNumber").asString()).isEqualTo(Bodies.PERSON);
    assertThat(body.get("receivedAt").asString()).endsWith("+08:00");
    assertThat(get(path).statusCode()).isEqualTo(200);
    assertThat(json(get(path))).isEqualTo(body);

    SERVICES.stubFor(WireMock.get(urlEqualTo(path)).willReturn(okJson("{\"status\":\"SETTLED\"}")));
    assertThat(json(get(path)).get("status").asString()).isEqualTo("SETTLED");
  }

  @Test
  void aSettlementThatNobodyAskedForIsUnknownAndANonsenseIdMalformed() throws Exception {
    SERVICES.stubFor(WireMock.get(urlPathMatching("/api/settlements/.*")).willReturn(aResponse().withStatus(404)));

    assertProblem(get("/api/settlements/" + UUID.randomUUID()), 404, "unknown-settlement");
    assertProblem(get("/api/settlements/abc"), 400, "malformed");
  }

  @Test
  void anAnswerThatComesWhileTheCallerWaitsIsGiven() {
    var waiting = http.sendAsync(
        request("/api/discharges", BodyPublishers.ofByteArray(Bodies.bytes(Bodies.sound("SILENT2"))), "Prefer", "wait=30"),
        BodyHandlers.ofByteArray());
    await().until(() -> !settlement.commandsOf("SILENT2").isEmpty());
    settlement.settle(settlement.commandsOf("SILENT2").getFirst());

    assertThat(waiting.join().statusCode()).isEqualTo(200);
  }

  @Test
  void aPersonNamedByIdIsLookedUpAndTheIdGoesNoFurther() throws Exception {
    SERVICES.stubFor(WireMock.post("/internal/id-lookups").withRequestBody(equalToJson("{\"idNumber\":\"%s\"}".formatted(Bodies.ID_NUMBER)))
        .willReturn(okJson("{\"personNumber\":\"%s\",\"eligibilityVersion\":4}".formatted(Bodies.PERSON))));

    assertThat(post("/api/discharges", byId("ZY4")).statusCode()).isEqualTo(200);

    var heard = settlement.heard.stream().filter(it -> it.command().encounterId().equals("ZY4")).findFirst().orElseThrow();
    assertThat(heard.command().eligibilityVersion()).isEqualTo(4);
    assertThat(heard.command().personNumber()).isEqualTo(Bodies.PERSON);
    assertThat(new String(heard.message().value(), StandardCharsets.UTF_8)).doesNotContain(Bodies.ID_NUMBER);
  }

  @Test
  void anUnknownPersonIsPassedOnAndASilentEligibilityIs503() throws Exception {
    SERVICES.stubFor(WireMock.post("/internal/id-lookups").willReturn(aResponse().withStatus(404)
        .withHeader("Content-Type", "application/problem+json")
        .withBody("{\"type\":\"t\",\"title\":\"Unknown\",\"status\":404,\"detail\":\"d\",\"code\":\"unknown-person\",\"errors\":[]}")));
    assertProblem(post("/api/discharges", byId("ZY5")), 404, "unknown-person");

    SERVICES.stubFor(WireMock.post("/internal/id-lookups").willReturn(aResponse().withFixedDelay(3_000)));
    assertUnavailable(post("/api/discharges", byId("ZY5")));

    SERVICES.stubFor(WireMock.post("/internal/id-lookups").willReturn(aResponse().withStatus(500).withBody("oops")));
    assertUnavailable(post("/api/discharges", byId("ZY5")));
  }

  @Test
  void aTrialIsAskedOfSettlementAndPutsNothingOnTheLog() throws Exception {
    SERVICES.stubFor(WireMock.post("/internal/trials").willReturn(okJson("{\"status\":\"TRIAL\"}")));
    var answer = post("/api/discharges/trial", Bodies.bytes(Bodies.sound("TRIAL1")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("status").asString()).isEqualTo("TRIAL");
    SERVICES.verify(postRequestedFor(urlEqualTo("/internal/trials"))
        .withRequestBody(matchingJsonPath("$.encounterId", equalTo("TRIAL1")))
        .withRequestBody(matchingJsonPath("$.amounts.total", equalTo("50000.00")))
        .withRequestBody(matchingJsonPath("$.admissionDate", equalTo("2019-11-01"))));

    SERVICES.stubFor(WireMock.post("/internal/trials").willReturn(aResponse().withStatus(422)
        .withHeader("Content-Type", "application/problem+json").withBody("{\"code\":\"not-enrolled\"}")));
    assertProblem(post("/api/discharges/trial", Bodies.bytes(Bodies.sound("TRIAL1"))), 422, "not-enrolled");
    assertProblem(post("/api/discharges/trial", "{}".getBytes(StandardCharsets.UTF_8)), 400, "malformed");
    assertThat(settlement.commandsOf("TRIAL1")).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}: {2} {3}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      amounts.total | "50000.01"            | 422 | parts-do-not-add-up
      dischargeDate | "2019-10-31"          | 422 | discharge-before-admission
      amounts.total | "50000.000"           | 400 | malformed
      amounts.total | "-1.00"               | 400 | malformed
      amounts.total | "10000000000.01"      | 400 | malformed
      personNumber  | absent                | 400 | malformed
      idNumber      | "11010519491231002X"  | 400 | malformed
      """)
  void aBadDischargeIsRefusedAndNothingReachesTheLog(String field, String json, int status, String code) throws Exception {
    var encounter = "BAD-" + UUID.randomUUID();

    assertProblem(post("/api/discharges", Bodies.bytes(Bodies.with(Bodies.sound(encounter), field, json))), status, code);
    assertThat(settlement.commandsOf(encounter)).isEmpty();
  }

  @Test
  void typesSizesAndMethodsAreRefusedAsProblems() throws Exception {
    var body = Bodies.bytes(Bodies.sound());
    var large = (" ".repeat(70_000)).getBytes(StandardCharsets.UTF_8);

    assertProblem(post("/api/discharges", body, "Content-Type", "text/plain"), 415, "unsupported-media-type");
    assertProblem(post("/api/discharges", "{".getBytes(StandardCharsets.UTF_8)), 400, "malformed-json");
    assertProblem(post("/api/discharges", large), 413, "too-large");
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertProblem(http.send(request("/api/discharges", chunked), BodyHandlers.ofByteArray()), 413, "too-large");
    assertProblem(post("/api/discharges", body, "Accept", "text/csv"), 406, "not-acceptable");
    assertProblem(get("/api/discharges"), 405, "method-not-allowed");
    assertProblem(post("/api/ledger/trial-balance", body), 405, "method-not-allowed");
    assertProblem(get("/api/nothing"), 404, "not-found");
  }

  @Test
  @DisplayName("H9: admissions and cancellations are not taken yet and say so")
  void notImplementedYet() throws Exception {
    assertProblem(post("/api/admissions", new byte[0]), 501, "not-implemented");
    assertProblem(post("/api/settlements/" + UUID.randomUUID() + "/cancellation", new byte[0]), 501, "not-implemented");
  }

  @Test
  void readsGoThroughWithQueryHeadersAndMediaType() throws Exception {
    SERVICES.stubFor(WireMock.get(urlPathEqualTo("/api/ledger/trial-balance")).withHeader("Accept", equalTo("text/csv"))
        .willReturn(aResponse().withHeader("Content-Type", "text/csv;charset=UTF-8").withBody("科目,借\r\n1901,1.00\r\n")));

    var csv = get("/api/ledger/trial-balance?fund=ASSISTANCE&book=MEMO&name=%E6%B2%B3%20x", "Accept", "text/csv", "traceparent", TRACE);

    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(new String(csv.body(), StandardCharsets.UTF_8)).isEqualTo("科目,借\r\n1901,1.00\r\n");
    SERVICES.verify(getRequestedFor(urlPathEqualTo("/api/ledger/trial-balance"))
        .withQueryParam("fund", equalTo("ASSISTANCE")).withQueryParam("book", equalTo("MEMO"))
        .withQueryParam("name", equalTo("河 x"))
        .withHeader("traceparent", equalTo(TRACE)));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/persons/P0123456789ABCDEF/benefit-years/2019?city=441600", "/api/hospitals/H44160200001",
    "/api/persons/P0123456789ABCDEF", "/api/ledger/accounts/2901?fund=ASSISTANCE"})
  void everyReadHasItsService(String path) throws Exception {
    SERVICES.stubFor(WireMock.get(urlEqualTo(path)).willReturn(okJson("{\"path\":true}")));
    assertThat(new String(get(path).body(), StandardCharsets.UTF_8)).isEqualTo("{\"path\":true}");

    SERVICES.stubFor(WireMock.get(urlEqualTo(path)).willReturn(aResponse().withStatus(404)
        .withHeader("Content-Type", "application/problem+json").withBody("{\"code\":\"unknown-thing\"}")));
    assertProblem(get(path), 404, "unknown-thing");
  }

  @Test
  void aServiceThatIsDownOrSilentIs503WithRetryAfter() throws Exception {
    assertUnavailable(get("/api/hospital-months/H44160200001/2026-11"));

    SERVICES.stubFor(WireMock.get(urlPathMatching("/api/.*")).willReturn(aResponse().withFixedDelay(3_000)));
    assertUnavailable(get("/api/ledger/trial-balance"));
    assertUnavailable(get("/api/settlements/" + UUID.randomUUID()));
  }

  @Test
  void answersAndProblemsAreCounted() throws Exception {
    post("/api/discharges", Bodies.bytes(Bodies.sound("ZY6")));
    post("/api/discharges", "{}".getBytes(StandardCharsets.UTF_8));

    assertThat(new String(get("/actuator/prometheus").body(), StandardCharsets.UTF_8))
        .contains("yizhan_answers_total{application=\"gateway\",status=\"SETTLED\"}")
        .contains("yizhan_problems_total{application=\"gateway\",code=\"malformed\"}")
        .contains("http_server_requests_seconds");
  }

  private static byte[] byId(String encounterId) {
    var body = Bodies.with(Bodies.sound(encounterId), "personNumber", "absent");
    return Bodies.bytes(Bodies.with(body, "idNumber", '"' + Bodies.ID_NUMBER + '"'));
  }

  private static String header(FakeSettlement.Heard heard, String name) {
    return new String(heard.message().headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("code").asString()).isEqualTo(code);
  }

  private static void assertUnavailable(HttpResponse<byte[]> answer) {
    assertProblem(answer, 503, "temporarily-unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return Bodies.MAPPER.readTree(answer.body());
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(30));
    return http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws Exception {
    return http.send(request(path, BodyPublishers.ofByteArray(body), headers), BodyHandlers.ofByteArray());
  }

  private HttpRequest request(String path, BodyPublisher body, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(60)).POST(body)
        .header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request.build();
  }
}
