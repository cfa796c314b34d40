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

  private static String receipt(String amount, String receivedOn) {
    return """
    {"payer": "ASSISTANCE", "amount": "%s", "receivedOn": "%s", "recordedBy": "clerk-5",
     "reference": "ICBC/2020-01-02:17"}
    """
        .formatted(amount, receivedOn);
  }

  @Test
  @DisplayName("H10: what comes back is recorded with its receipt, what is given up by two people")
  void whatComesBackIsRecorded() throws Exception {
    SERVICES.stubFor(
        WireMock.get(urlPathEqualTo("/api/recoveries/" + caseId))
            .willReturn(okJson("{\"personNumber\": \"" + Bodies.PERSON + "\"}")));
    var answer = send("/" + caseId + "/returns", receipt("12.30", "2020-01-02"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("personNumber").asString()).isEqualTo(Bodies.PERSON);
    assertThat(json(answer).at("/returns/0/amount").asString()).isEqualTo("12.30");
    assertThat(json(answer).at("/returns/0/reference").asString()).isEqualTo("ICBC/2020-01-02:17");
    assertThat(json(answer).at("/returns/0/receivedOn").asString()).isEqualTo("2020-01-02");
    var writeOff = "/" + caseId + "/write-off";
    assertProblem(
        send(writeOff, "{\"maker\": \"clerk-7\", \"reason\": \"no estate\"}"),
        409,
        "write-off-proposed");
    assertThat(text(send(writeOff + "/approval", "{\"checker\": \"clerk-9\"}")))
        .contains("no-write-off", "approve true");
    assertThat(text(send(writeOff + "/rejection", "{\"checker\": \"clerk-9\"}")))
        .contains("approve false");
    assertProblem(send(writeOff, "{\"maker\": \"clerk-7\"}"), 400, "malformed");
    assertThat(json(get("/api/recoveries/" + caseId)).get("personNumber").asString())
        .isEqualTo(Bodies.PERSON);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aReceiptMustBeWellFormedAndOfSomethingToRecover() throws Exception {
    var path = "/" + caseId + "/returns";
    SERVICES.stubFor(
        WireMock.get(urlPathEqualTo("/api/recoveries/" + caseId)).willReturn(notFound()));
    assertProblem(send(path, receipt("12.30", "2020-01-02")), 404, "unknown-recovery");
    assertProblem(send(path, receipt("0.00", "2020-01-02")), 400, "malformed");
    var future = send(path, receipt("12.30", "2999-01-02"));
    assertThat(json(future).at("/errors/0/rule").asString())
        .isEqualTo("must not be later than today");
    assertThat(json(send(path, "{\"payer\": \"BANK\"}")).get("errors")).hasSize(5);
    var id = receipt("12.30", "2020-01-02").replace("ICBC/2020-01-02:17", "11010519491231002X");
    assertThat(text(send(path, id))).contains("reference").doesNotContain("19491231");
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
