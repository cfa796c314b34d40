package org.yizhan.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

/** What the door refuses, and what it passes through. */
class RefusalsAndReadsIT extends DoorOnRealEngines {

  @Autowired
  RefusalsAndReadsIT(@Value("${local.server.port}") int port, JsonMapper mapper)
      throws InterruptedException {
    super(port, mapper);
  }

  @ParameterizedTest(name = "{0} = {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          amounts.total | "50000.01"            | 422 | parts-do-not-add-up
          dischargeDate | "2019-10-31"          | 422 | discharge-before-admission
          amounts.total | "50000.000"           | 400 | malformed
          amounts.total | "-1.00"               | 400 | malformed
          amounts.total | "10000000000.01"      | 400 | malformed
          personNumber  | absent                | 400 | malformed
          idNumber      | "11010519491231002X"  | 400 | malformed
          """)
  void aBadDischargeIsRefusedAndNothingReachesTheLog(
      String field, String json, int status, String code) throws Exception {
    var encounter = "BAD-" + UUID.randomUUID();

    assertProblem(
        post("/api/discharges", Bodies.bytes(Bodies.with(Bodies.sound(encounter), field, json))),
        status,
        code);
    assertThat(settlement.commandsOf(encounter)).isEmpty();
  }

  @Test
  void typesSizesAndMethodsAreRefusedAsProblems() throws Exception {
    var body = Bodies.bytes(Bodies.sound());
    var large = (" ".repeat(70_000)).getBytes(StandardCharsets.UTF_8);

    assertProblem(
        post("/api/discharges", body, "Content-Type", "text/plain"), 415, "unsupported-media-type");
    assertProblem(
        post("/api/discharges", "{".getBytes(StandardCharsets.UTF_8)), 400, "malformed-json");
    assertProblem(post("/api/discharges", large), 413, "too-large");
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertProblem(
        http.send(request("/api/discharges", chunked), BodyHandlers.ofByteArray()),
        413,
        "too-large");
    assertProblem(post("/api/discharges", body, "Accept", "text/csv"), 406, "not-acceptable");
    assertProblem(get("/api/discharges"), 405, "method-not-allowed");
    assertProblem(post("/api/ledger/trial-balance", body), 405, "method-not-allowed");
    assertProblem(get("/api/nothing"), 404, "not-found");
  }

  @Test
  void readsGoThroughWithQueryHeadersAndMediaType() throws Exception {
    SERVICES.stubFor(
        WireMock.get(urlPathEqualTo("/api/ledger/trial-balance"))
            .withHeader("Accept", equalTo("text/csv"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/csv;charset=UTF-8")
                    .withBody("科目,借\r\n1901,1.00\r\n")));

    var csv =
        get(
            "/api/ledger/trial-balance?fund=ASSISTANCE&book=MEMO&name=%E6%B2%B3%20x",
            "Accept", "text/csv", "traceparent", TRACE);

    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(new String(csv.body(), StandardCharsets.UTF_8)).isEqualTo("科目,借\r\n1901,1.00\r\n");
    SERVICES.verify(
        getRequestedFor(urlPathEqualTo("/api/ledger/trial-balance"))
            .withQueryParam("fund", equalTo("ASSISTANCE"))
            .withQueryParam("book", equalTo("MEMO"))
            .withQueryParam("name", equalTo("河 x"))
            .withHeader("traceparent", equalTo(TRACE)));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/persons/P0123456789ABCDEF/benefit-years/2019?city=441600",
    "/api/hospitals/H44160200001",
    "/api/persons/P0123456789ABCDEF",
    "/api/ledger/accounts/2901?fund=ASSISTANCE",
    "/api/premiums?city=441600",
    "/api/parameters?city=441600",
    "/api/settlements/00000000-0000-0000-0000-000000000001/explanation",
    "/api/simulations/0f0c1e5e-0000-4000-8000-000000000001",
    "/api/readjudications/0f0c1e5e-0000-4000-8000-000000000001/settlements?limit=2"
  })
  void everyReadHasItsService(String path) throws Exception {
    SERVICES.stubFor(WireMock.get(urlEqualTo(path)).willReturn(okJson("{\"path\":true}")));
    assertThat(new String(get(path).body(), StandardCharsets.UTF_8)).isEqualTo("{\"path\":true}");

    SERVICES.stubFor(
        WireMock.get(urlEqualTo(path))
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody("{\"code\":\"unknown-thing\"}")));
    assertProblem(get(path), 404, "unknown-thing");
  }

  @Test
  void aSimulationIsAskedForAndCancelledThroughTheDoor() throws Exception {
    var place = "/api/simulations/0f0c1e5e-0000-4000-8000-000000000002";
    SERVICES.stubFor(
        WireMock.post(urlEqualTo("/api/simulations"))
            .withRequestBody(equalTo("{\"city\":\"441600\"}"))
            .willReturn(aResponse().withStatus(202).withHeader("Location", place)));
    SERVICES.stubFor(WireMock.delete(urlEqualTo(place)).willReturn(aResponse().withStatus(204)));

    var body = "{\"city\":\"441600\"}".getBytes(StandardCharsets.UTF_8);
    var asked = post("/api/simulations", body);
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.headers().firstValue("Location")).contains(place);
    var cancel = HttpRequest.newBuilder(request(place, BodyPublishers.noBody()), (_, _) -> true);
    assertThat(http.send(cancel.DELETE().build(), BodyHandlers.discarding()).statusCode())
        .isEqualTo(204);
  }

  @Test
  @DisplayName("H10: a re-adjudication is asked for and confirmed through the door")
  void aReadjudicationIsAskedForAndConfirmedThroughTheDoor() throws Exception {
    var place = "/api/readjudications/0f0c1e5e-0000-4000-8000-000000000003";
    for (var path : List.of("/api/readjudications", place + "/approval")) {
      SERVICES.stubFor(
          WireMock.post(urlEqualTo(path))
              .withRequestBody(equalTo("{\"path\":\"" + path + "\"}"))
              .willReturn(aResponse().withStatus(202).withHeader("Location", place)));
      var body = ("{\"path\":\"" + path + "\"}").getBytes(StandardCharsets.UTF_8);
      var accepted = post(path, body);
      assertThat(accepted.statusCode()).isEqualTo(202);
      assertThat(accepted.headers().firstValue("Location")).contains(place);
    }
    var cancel = HttpRequest.newBuilder(request(place, BodyPublishers.noBody()), (_, _) -> true);
    assertThat(http.send(cancel.DELETE().build(), BodyHandlers.discarding()).statusCode())
        .isEqualTo(405);
  }

  @Test
  @DisplayName("H16: what a fund is asked goes through with its key, and its answer with its place")
  void commandsToFundsGoThrough() throws Exception {
    var place = "/api/funds/441600/ASSISTANCE/income";
    SERVICES.stubFor(
        WireMock.post(urlEqualTo(place))
            .withHeader("Idempotency-Key", equalTo("monday-1"))
            .withHeader("Prefer", equalTo("wait=0"))
            .withRequestBody(WireMock.equalToJson("{\"amount\":\"1.00\"}"))
            .willReturn(
                aResponse()
                    .withStatus(202)
                    .withHeader("Location", "/api/funds/commands/1")
                    .withHeader("Preference-Applied", "wait=0")
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"outcome\":\"PENDING\"}")));
    SERVICES.stubFor(WireMock.get(urlEqualTo("/api/funds")).willReturn(okJson("{\"funds\":[]}")));

    var answer =
        post(
            place,
            "{\"amount\":\"1.00\"}".getBytes(StandardCharsets.UTF_8),
            "Idempotency-Key",
            "monday-1",
            "Prefer",
            "wait=0");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).contains("/api/funds/commands/1");
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=0");
    assertThat(get("/api/funds").statusCode()).isEqualTo(200);
    var remove = HttpRequest.newBuilder(request(place, BodyPublishers.noBody()), (_, _) -> true);
    assertThat(http.send(remove.DELETE().build(), BodyHandlers.discarding()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void aServiceThatIsDownOrSilentIs503WithRetryAfter() throws Exception {
    assertUnavailable(get("/api/hospital-months/H44160200001/2026-11"));

    SERVICES.stubFor(
        WireMock.get(urlPathMatching("/api/.*")).willReturn(aResponse().withFixedDelay(3_000)));
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
}
