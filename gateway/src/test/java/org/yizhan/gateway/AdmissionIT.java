package org.yizhan.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

/** The check at admission: eligibility is asked who, settlement what follows. */
class AdmissionIT extends DoorOnRealEngines {

  private static final String LOOKUPS = "/internal/coverage-lookups";
  private static final String CHECKS = "/internal/admission-checks";

  private static final String COVERAGE =
      """
      { "personNumber": "P0123456789ABCDEF", "maskedId": "441600********0014", "city": "441600", "county": "441602",
        "eligibilityVersion": 7,
        "enrolments": [ { "scheme": "RESIDENT", "status": null, "from": "2019-01-01", "to": null, "city": "441600", "county": "441602" } ],
        "marks": [ { "category": "DIBAO", "county": "441602", "agency": "civil-affairs", "effectiveFrom": "2019-07-01",
          "effectiveTo": null, "basis": "河民字〔2019〕12号", "recordedAt": "2019-07-01T08:00:00.123+08:00", "standardPercent": 33.33 } ],
        "filings": [] }
      """;

  @Autowired
  AdmissionIT(@Value("${local.server.port}") int port, JsonMapper mapper)
      throws InterruptedException {
    super(port, mapper);
  }

  @Test
  @DisplayName("H9, H8: the answer is settlement's for eligibility's coverage, and the name's")
  void eligible() throws Exception {
    eligibility(okJson("{\"coverage\":" + COVERAGE + ",\"nameAgrees\":true}"));
    settlement(okJson("{\"oneStop\":true,\"depositWaived\":true,\"eligibilityVersion\":7}"));

    var answer = admit();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer))
        .isEqualTo(
            Bodies.MAPPER.readTree(
                """
                { "oneStop": true, "depositWaived": true, "eligibilityVersion": 7, "nameAgrees": true }
                """));
    SERVICES.verify(
        postRequestedFor(urlEqualTo(LOOKUPS))
            .withRequestBody(
                equalToJson(
                    "{\"personNumber\":null,\"idNumber\":\"%s\",\"name\":\"测试某\"}"
                        .formatted(Bodies.ID_NUMBER))));
    SERVICES.verify(
        postRequestedFor(urlEqualTo(CHECKS))
            .withRequestBody(
                equalToJson(
                    "{\"coverage\":%s,\"hospitalCode\":\"H44160200001\",\"admissionDate\":\"2019-11-01\"}"
                        .formatted(COVERAGE))));
  }

  @Test
  @DisplayName("H9: a name that nobody stated is neither right nor wrong; the number is enough")
  void byNumber() throws Exception {
    eligibility(okJson("{\"coverage\":" + COVERAGE + ",\"nameAgrees\":null}"));
    settlement(okJson("{\"oneStop\":false}"));
    var body = Bodies.with(Bodies.admission(), "personNumber", '"' + Bodies.PERSON + '"');
    for (var absent : List.of("idNumber", "document", "name")) {
      Bodies.with(body, absent, "absent");
    }

    var answer = post("/api/admissions", Bodies.bytes(body));

    assertThat(json(answer).get("nameAgrees").isNull()).isTrue();
    SERVICES.verify(
        postRequestedFor(urlEqualTo(LOOKUPS))
            .withRequestBody(
                equalToJson(
                    "{\"personNumber\":\"%s\",\"idNumber\":null,\"name\":null}"
                        .formatted(Bodies.PERSON))));
  }

  @Test
  void anUnknownPersonOrHospitalIsTheProblemThatTheServiceSays() throws Exception {
    eligibility(problem(404, "unknown-person"));
    assertProblem(admit(), 404, "unknown-person");
    SERVICES.verify(0, postRequestedFor(urlEqualTo(CHECKS)));

    eligibility(okJson("{\"coverage\":" + COVERAGE + "}"));
    settlement(problem(404, "unknown-hospital"));
    assertProblem(admit(), 404, "unknown-hospital");
    settlement(problem(422, "hospital-not-designated"));
    assertProblem(admit(), 422, "hospital-not-designated");
  }

  @Test
  void aMalformedAdmissionReachesNobody() throws Exception {
    assertProblem(post("/api/admissions", new byte[0]), 400, "malformed-json");
    var answer = post("/api/admissions", "{}".getBytes(StandardCharsets.UTF_8));
    assertProblem(answer, 400, "malformed");
    assertThat(json(answer).get("errors")).hasSize(3);
    assertThat(SERVICES.getAllServeEvents()).isEmpty();
  }

  @ParameterizedTest(name = "{0} does not answer")
  @ValueSource(strings = {LOOKUPS, CHECKS})
  void aServiceThatIsSilentIs503WithRetryAfter(String silent) throws Exception {
    eligibility(okJson("{\"coverage\":" + COVERAGE + "}"));
    settlement(okJson("{\"oneStop\":true}"));
    SERVICES.stubFor(
        WireMock.post(urlEqualTo(silent)).willReturn(aResponse().withFixedDelay(3_000)));

    assertUnavailable(admit());
  }

  @Test
  void eligibilityThatCannotAnswerIs503WithRetryAfter() throws Exception {
    eligibility(problem(503, "temporarily-unavailable"));
    assertUnavailable(admit());
    eligibility(okJson("nothing of the kind"));
    assertUnavailable(admit());
    eligibility(okJson("{}"));
    assertUnavailable(admit());
  }

  @Test
  void answersAreCounted() throws Exception {
    eligibility(okJson("{\"coverage\":" + COVERAGE + "}"));
    settlement(okJson("{\"oneStop\":true}"));
    admit();
    settlement(okJson("{\"oneStop\":false}"));
    admit();

    assertThat(new String(get("/actuator/prometheus").body(), StandardCharsets.UTF_8))
        .contains("yizhan_answers_total{application=\"gateway\",status=\"ONE_STOP\"}")
        .contains("yizhan_answers_total{application=\"gateway\",status=\"NOT_ONE_STOP\"}");
  }

  private HttpResponse<byte[]> admit() throws Exception {
    return post("/api/admissions", Bodies.bytes(Bodies.admission()));
  }

  private static void eligibility(ResponseDefinitionBuilder answer) {
    SERVICES.stubFor(WireMock.post(urlEqualTo(LOOKUPS)).willReturn(answer));
  }

  private static void settlement(ResponseDefinitionBuilder answer) {
    SERVICES.stubFor(WireMock.post(urlEqualTo(CHECKS)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder problem(int status, String code) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/problem+json")
        .withBody(
            "{\"type\":\"t\",\"title\":\"t\",\"status\":%d,\"detail\":\"d\",\"code\":\"%s\",\"errors\":[]}"
                .formatted(status, code));
  }
}
