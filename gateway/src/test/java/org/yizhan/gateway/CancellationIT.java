package org.yizhan.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.yizhan.contracts.care.CareCommand.Cascade;
import tools.jackson.databind.json.JsonMapper;

/** H21: {@code POST /api/settlements/{id}/cancellation}. */
class CancellationIT extends DoorOnRealEngines {

  private UUID id;

  @Autowired
  CancellationIT(@Value("${local.server.port}") int port, JsonMapper mapper)
      throws InterruptedException {
    super(port, mapper);
  }

  @BeforeEach
  void anotherSettlement() {
    id = UUID.randomUUID();
  }

  private HttpResponse<byte[]> cancel(String body) throws Exception {
    return post("/api/settlements/" + id + "/cancellation", body.getBytes(StandardCharsets.UTF_8));
  }

  private void settlementIs(String status) {
    SERVICES.stubFor(
        WireMock.get(urlPathEqualTo("/api/settlements/" + id))
            .willReturn(
                okJson(
                    """
                    {"settlementId": "%s", "status": "%s", "hospitalCode": "H44160200001",
                     "encounterId": "ZY1", "personNumber": "%s", "city": "441600",
                     "dischargeDate": "2019-11-15", "patient": "10.00"}
                    """
                        .formatted(id, status, Bodies.PERSON))));
  }

  @Test
  void theCommandSaysWhoseSettlementItIsAndTheCallerGetsWhatBecameOfIt() throws Exception {
    settlementIs("SETTLED");
    var answer = cancel("{\"reason\": \"sent twice\", \"cascade\": \"adjust\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("status").asString()).isEqualTo("CANCELLED");
    assertThat(json(answer).get("settlementId").asString()).isEqualTo(id.toString());
    assertThat(json(answer).get("reason").asString()).isEqualTo("sent twice");
    assertThat(json(answer).get("adjustments")).isEmpty();
    assertThat(settlement.cancellations)
        .filteredOn(command -> command.settlementId().equals(id))
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.city()).isEqualTo("441600");
              assertThat(command.encounterId()).isEqualTo("ZY1");
              assertThat(command.dischargeDate()).isEqualTo("2019-11-15");
              assertThat(command.cascade()).isEqualTo(Cascade.ADJUST);
            });
  }

  @Test
  void aRefusalNamesTheLaterSettlementsThatWouldChange() throws Exception {
    settlementIs("SETTLED");
    var answer = cancel("{\"reason\": \"there are later ones\"}");
    assertProblem(answer, 409, "later-settlements");
    var adjustment = json(answer).get("adjustments").get(0);
    assertThat(adjustment.get("settlementId").asString()).isEqualTo(new UUID(0, 5).toString());
    assertThat(adjustment.get("patientAfter").asString()).isEqualTo("9.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                 | reason",
        "{\"reason\": \"\"}                                 | reason",
        "{\"reason\": \"of 11010519491231002X\"}            | reason",
        "{\"reason\": \"sent twice\", \"cascade\": \"all\"} | cascade",
      })
  void aMalformedCancellationNamesItsFieldAndSendsNothing(String body, String field)
      throws Exception {
    settlementIs("SETTLED");
    var answer = cancel(body);
    assertProblem(answer, 400, "malformed");
    assertThat(json(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("19491231");
    assertThat(settlement.cancellations).noneMatch(command -> command.settlementId().equals(id));
  }

  @Test
  void whatWasNeverSettledCannotBeCancelled() throws Exception {
    assertProblem(cancel("{\"reason\": \"sent twice\"}"), 404, "unknown-settlement");
    settlementIs("REFUSED");
    assertProblem(cancel("{\"reason\": \"sent twice\"}"), 409, "not-settled");
  }

  @Test
  void whatIsNotSettledYetIsNotUnknown() throws Exception {
    var accepted =
        post("/api/discharges", Bodies.bytes(Bodies.sound("SILENT2")), "Prefer", "wait=0");
    assertThat(accepted.statusCode()).isEqualTo(202);
    id = UUID.fromString(json(accepted).get("settlementId").asString());
    var answer = cancel("{\"reason\": \"sent twice\"}");
    assertProblem(answer, 409, "not-settled");
    assertThat(json(answer).get("detail").asString()).contains("PENDING");
  }
}
