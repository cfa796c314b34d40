package org.yizhan.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import tools.jackson.databind.json.JsonMapper;

/** Discharges at the door: answered, repeated, waited for, looked up, tried out. */
class GatewayIT extends DoorOnRealEngines {

  @Autowired
  GatewayIT(@Value("${local.server.port}") int port, JsonMapper mapper)
      throws InterruptedException {
    super(port, mapper);
  }

  @Test
  @DisplayName("H1: a discharge is answered with its settlement, byte for byte as published")
  void settled() throws Exception {
    var answer =
        post(
            "/api/discharges",
            Bodies.bytes(Bodies.sound("ZY1")),
            "Prefer",
            "wait=20",
            "traceparent",
            TRACE);

    var command = settlement.commandsOf("ZY1").getFirst();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(settlement.bytesOf(command.settlementId()));
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=20");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void theCommandIsKeyedByPersonAndCarriesIdsAndTrace() throws Exception {
    post("/api/discharges", Bodies.bytes(Bodies.sound("ZY2")), "traceparent", TRACE);

    var heard =
        settlement.heard.stream()
            .filter(it -> it.command().encounterId().equals("ZY2"))
            .findFirst()
            .orElseThrow();
    assertThat(heard.message().key()).isEqualTo(Bodies.PERSON);
    assertThat(header(heard, "ce_id")).isEqualTo(heard.command().commandId().toString());
    assertThat(header(heard, "ce_subject")).isEqualTo(heard.command().settlementId().toString());
    assertThat(header(heard, "ce_type")).isEqualTo("settle-discharge.v1");
    assertThat(header(heard, "traceparent")).isEqualTo(TRACE);
  }

  @Test
  void theSameAgainIsANewCommandForTheSameSettlement() throws Exception {
    var first = post("/api/discharges", Bodies.bytes(Bodies.sound("ZY3")));
    var second =
        post(
            "/api/discharges",
            Bodies.bytes(Bodies.with(Bodies.sound("ZY3"), "eligibilityVersion", "2")));

    assertThat(second.body()).isEqualTo(first.body());
    var commands = settlement.commandsOf("ZY3");
    assertThat(commands)
        .extracting(SettleDischarge::settlementId)
        .hasSize(2)
        .containsOnly(commands.getFirst().settlementId());
    assertThat(commands).extracting(SettleDischarge::commandId).doesNotHaveDuplicates();
  }

  @Test
  void fiftyAtOnceGetEqualBytesAndEachIsItsOwnCommand() {
    var body = Bodies.bytes(Bodies.sound("ZY50"));
    var answers = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
    for (int i = 0; i < 50; i++) {
      answers.add(
          http.sendAsync(
              request("/api/discharges", BodyPublishers.ofByteArray(body), "Prefer", "wait=30"),
              BodyHandlers.ofByteArray()));
    }

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.join().statusCode()).isEqualTo(200);
              assertThat(answer.join().body()).isEqualTo(answers.getFirst().join().body());
            });
    // The first decision answers all who wait by then, so the last commands may still be on their
    // way.
    await().until(() -> settlement.commandsOf("ZY50").size() == 50);
    assertThat(settlement.commandsOf("ZY50"))
        .extracting(SettleDischarge::commandId)
        .doesNotHaveDuplicates();
    assertThat(settlement.commandsOf("ZY50"))
        .extracting(SettleDischarge::settlementId)
        .containsOnly(settlement.commandsOf("ZY50").getFirst().settlementId());
  }

  @Test
  void aRefusalIsAnsweredAsTheProblemItIs() throws Exception {
    var answer = post("/api/discharges", Bodies.bytes(Bodies.sound("REFUSED1")));

    assertProblem(answer, 409, "same-stay-other-body");
  }

  @Test
  void whoDoesNotWaitGets202ThenPendingThenTheSettlement() throws Exception {
    SERVICES.stubFor(
        WireMock.get(urlPathMatching("/api/settlements/.*"))
            .willReturn(aResponse().withStatus(404)));

    var accepted =
        post("/api/discharges", Bodies.bytes(Bodies.sound("SILENT1")), "Prefer", "wait=0");

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
    SERVICES.stubFor(
        WireMock.get(urlPathMatching("/api/settlements/.*"))
            .willReturn(aResponse().withStatus(404)));

    assertProblem(get("/api/settlements/" + UUID.randomUUID()), 404, "unknown-settlement");
    assertProblem(get("/api/settlements/abc"), 400, "malformed");
  }

  @Test
  void anAnswerThatComesWhileTheCallerWaitsIsGiven() {
    var waiting =
        http.sendAsync(
            request(
                "/api/discharges",
                BodyPublishers.ofByteArray(Bodies.bytes(Bodies.sound("SILENT2"))),
                "Prefer",
                "wait=30"),
            BodyHandlers.ofByteArray());
    await().until(() -> !settlement.commandsOf("SILENT2").isEmpty());
    settlement.settle(settlement.commandsOf("SILENT2").getFirst());

    assertThat(waiting.join().statusCode()).isEqualTo(200);
  }

  @Test
  void aPersonNamedByIdIsLookedUpAndTheIdGoesNoFurther() throws Exception {
    SERVICES.stubFor(
        WireMock.post("/internal/id-lookups")
            .withRequestBody(equalToJson("{\"idNumber\":\"%s\"}".formatted(Bodies.ID_NUMBER)))
            .willReturn(
                okJson(
                    "{\"personNumber\":\"%s\",\"eligibilityVersion\":4}"
                        .formatted(Bodies.PERSON))));

    assertThat(post("/api/discharges", byId("ZY4")).statusCode()).isEqualTo(200);

    var heard =
        settlement.heard.stream()
            .filter(it -> it.command().encounterId().equals("ZY4"))
            .findFirst()
            .orElseThrow();
    assertThat(heard.command().eligibilityVersion()).isEqualTo(4);
    assertThat(heard.command().personNumber()).isEqualTo(Bodies.PERSON);
    assertThat(new String(heard.message().value(), StandardCharsets.UTF_8))
        .doesNotContain(Bodies.ID_NUMBER);
  }

  @Test
  void anUnknownPersonIsPassedOnAndASilentEligibilityIs503() throws Exception {
    SERVICES.stubFor(
        WireMock.post("/internal/id-lookups")
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody(
                        "{\"type\":\"t\",\"title\":\"Unknown\",\"status\":404,\"detail\":\"d\",\"code\":\"unknown-person\",\"errors\":[]}")));
    assertProblem(post("/api/discharges", byId("ZY5")), 404, "unknown-person");

    SERVICES.stubFor(
        WireMock.post("/internal/id-lookups").willReturn(aResponse().withFixedDelay(3_000)));
    assertUnavailable(post("/api/discharges", byId("ZY5")));

    SERVICES.stubFor(
        WireMock.post("/internal/id-lookups")
            .willReturn(aResponse().withStatus(500).withBody("oops")));
    assertUnavailable(post("/api/discharges", byId("ZY5")));
  }

  @Test
  void aTrialIsAskedOfSettlementAndPutsNothingOnTheLog() throws Exception {
    SERVICES.stubFor(
        WireMock.post("/internal/trials").willReturn(okJson("{\"status\":\"TRIAL\"}")));
    var answer = post("/api/discharges/trial", Bodies.bytes(Bodies.sound("TRIAL1")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("status").asString()).isEqualTo("TRIAL");
    SERVICES.verify(
        postRequestedFor(urlEqualTo("/internal/trials"))
            .withRequestBody(matchingJsonPath("$.encounterId", equalTo("TRIAL1")))
            .withRequestBody(matchingJsonPath("$.amounts.total", equalTo("50000.00")))
            .withRequestBody(matchingJsonPath("$.admissionDate", equalTo("2019-11-01"))));

    SERVICES.stubFor(
        WireMock.post("/internal/trials")
            .willReturn(
                aResponse()
                    .withStatus(422)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody("{\"code\":\"not-enrolled\"}")));
    assertProblem(
        post("/api/discharges/trial", Bodies.bytes(Bodies.sound("TRIAL1"))), 422, "not-enrolled");
    assertProblem(
        post("/api/discharges/trial", "{}".getBytes(StandardCharsets.UTF_8)), 400, "malformed");
    assertThat(settlement.commandsOf("TRIAL1")).isEmpty();
  }
}
