package org.yizhan.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

/** H10, W3: {@code /api/reimbursement-cases}. */
class ReimbursementIT extends DoorOnRealEngines {

  private UUID caseId;

  @Autowired
  ReimbursementIT(@Value("${local.server.port}") int port, JsonMapper mapper)
      throws InterruptedException {
    super(port, mapper);
  }

  @BeforeEach
  void aCase() {
    caseId = UUID.randomUUID();
    SERVICES.stubFor(
        WireMock.get(urlPathEqualTo("/api/reimbursement-cases/" + caseId))
            .willReturn(okJson("{\"personNumber\": \"" + Bodies.PERSON + "\"}")));
  }

  private HttpResponse<byte[]> send(String path, String body) throws Exception {
    return post("/api/reimbursement-cases" + path, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aProposalIsAnsweredBySettlement() throws Exception {
    var proposal =
        """
        {"personNumber": "%s", "city": "441600", "year": %s, "maker": "clerk-7", "reason": "late"}
        """;
    assertProblem(send("", proposal.formatted(Bodies.PERSON, "2019")), 422, "nothing-to-reimburse");
    assertProblem(send("", proposal.formatted("11010519491231002X", "2019")), 400, "malformed");
    var answer = send("", "{}");
    assertProblem(answer, 400, "malformed");
    assertThat(json(answer).get("errors")).hasSize(5);
  }

  @Test
  @DisplayName("H10: approval and rejection name the case and who checked it")
  void aCaseIsDecidedByWhoeverChecksIt() throws Exception {
    var approved = send("/" + caseId + "/approval", "{\"checker\": \"clerk-9\"}");
    assertThat(approved.statusCode()).isEqualTo(200);
    assertThat(json(approved).get("state").asString()).isEqualTo("APPROVED");
    assertThat(json(approved).get("caseId").asString()).isEqualTo(caseId.toString());
    var rejected = send("/" + caseId + "/rejection", "{\"checker\": \"clerk-9\"}");
    assertThat(json(rejected).get("state").asString()).isEqualTo("REJECTED");
    assertProblem(send("/" + caseId + "/approval", "{}"), 400, "malformed");
  }

  @Test
  void anUnknownCaseCannotBeDecidedAndReadsGoThrough() throws Exception {
    var other = UUID.randomUUID();
    SERVICES.stubFor(
        WireMock.get(urlPathEqualTo("/api/reimbursement-cases/" + other)).willReturn(notFound()));
    assertProblem(
        send("/" + other + "/approval", "{\"checker\": \"clerk-9\"}"), 404, "unknown-case");
    assertThat(json(get("/api/reimbursement-cases/" + caseId)).get("personNumber").asString())
        .isEqualTo(Bodies.PERSON);
  }
}
