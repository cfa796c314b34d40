package org.yizhan.gateway;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yizhan.local.Engines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole door against a real broker and a real store; the services behind it are played. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "yizhan.intake.read-within=1s")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DoorOnRealEngines {

  static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  static final WireMockServer SERVICES = new WireMockServer(wireMockConfig().dynamicPort());
  static final String NOBODY_LISTENS = "http://127.0.0.1:1";

  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String gateway;
  final FakeSettlement settlement;

  DoorOnRealEngines(@Value("${local.server.port}") int port, JsonMapper mapper)
      throws InterruptedException {
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
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get("/actuator/health/readiness").statusCode() == 200);
  }

  @AfterAll
  void close() throws InterruptedException {
    settlement.close();
  }

  @BeforeEach
  @AfterEach
  void forgetStubs() {
    SERVICES.resetAll();
  }

  static byte[] byId(String encounterId) {
    var body = Bodies.with(Bodies.sound(encounterId), "personNumber", "absent");
    return Bodies.bytes(Bodies.with(body, "idNumber", '"' + Bodies.ID_NUMBER + '"'));
  }

  static String header(FakeSettlement.Heard heard, String name) {
    return new String(heard.message().headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("code").asString()).isEqualTo(code);
  }

  static void assertUnavailable(HttpResponse<byte[]> answer) {
    assertProblem(answer, 503, "temporarily-unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    return Bodies.MAPPER.readTree(answer.body());
  }

  HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(30));
    return http.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws Exception {
    return http.send(
        request(path, BodyPublishers.ofByteArray(body), headers), BodyHandlers.ofByteArray());
  }

  HttpRequest request(String path, BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .timeout(Duration.ofSeconds(60))
            .POST(body)
            .header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request.build();
  }
}
