package org.yizhan.suite.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.contracts.CitizenId;
import org.yizhan.suite.door.Reply;

/** The contract of the hospitals by itself, and that it bites. */
class HttpContractTest {

  private static final HttpContract CONTRACT = HttpContract.read();
  private static final String HOSPITAL =
      """
      {"hospitalCode": "H44160200003", "name": "三", "designations":
       [{"from": "2019-01-01", "to": null, "level": 3, "division": "441602"}]}
      """;
  private static final String LATER =
      """
      {"type": "https://yizhan.org/problems/later-settlements", "title": "t", "status": 409,
       "detail": "d", "code": "later-settlements", "errors": [], "adjustments": []}
      """;

  private static final String ID = "/api/settlements/00000000-0000-0000-0000-000000000001";

  private static List<String> problems(String asked, int status, String type, String body) {
    var reply = new Reply(status, Map.of("content-type", type), body.getBytes(UTF_8));
    var words = asked.split(" ");
    return CONTRACT.problemsIn(words[0], words[1], reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/admissions",
        "/api/discharges",
        "/api/discharges/trial",
        "/api/settlements/1/cancellation",
        "/api/reimbursement-cases",
        "/api/reimbursement-cases/1/approval",
        "/api/reimbursement-cases/1/returns",
        "/api/reimbursement-cases/1/write-off",
        "/api/readjudications",
        "/api/simulations"
      })
  @DisplayName("every request has an example that can be sent, of nobody")
  void examples(String path) {
    var id = CONTRACT.example(path).path("idNumber").asString("441600198001010019");
    assertThat(CitizenId.ruleBrokenBy(id)).isEmpty();
    assertThat(id).as("a division that is no one's first six digits").startsWith("441600");
  }

  @Test
  @DisplayName("an address belongs to the operation that names most of it")
  void addresses() {
    assertThat(CONTRACT.find("POST", "/api/discharges/trial").orElseThrow().toString())
        .isEqualTo("POST /api/discharges/trial");
    assertThat(CONTRACT.find("GET", "/api/late-knowledge?limit=200")).isPresent();
    assertThat(CONTRACT.find("GET", "/actuator/health")).isEmpty();
    assertThat(CONTRACT.find("DELETE", "/api/discharges")).isEmpty();
  }

  @Test
  void whatIsToldPasses() {
    assertThat(problems("GET /api/hospitals/H44160200003", 200, "application/json", HOSPITAL))
        .isEmpty();
    assertThat(problems("POST " + ID + "/cancellation", 409, "application/problem+json", LATER))
        .isEmpty();
    assertThat(problems("GET " + ID + "/explanation", 200, "text/plain;charset=UTF-8", "因为"))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "name": "三",  |                              | name
          "level": 3     | "level": 4                   | level
          "2019-01-01"   | "1.1.2019"                   | from
          "to": null     | "to": null, "beds": 9        | beds
          "name": "三"   | "name": "三", "beds": 9      | beds
          """)
  @DisplayName("what is missing, of another form or untold is found, however deep")
  void whatIsOtherwiseIsFound(String was, String is, String where) {
    var body = HOSPITAL.replace(was, is == null ? "" : is);
    assertThat(body).isNotEqualTo(HOSPITAL);
    assertThat(problems("GET /api/hospitals/H44160200003", 200, "application/json", body))
        .anyMatch(problem -> problem.contains(where));
  }

  @Test
  @DisplayName("an untold status, type or member of a whole made of parts is found")
  void partsAndStates() {
    assertThat(problems("GET /api/hospitals/H44160200003", 204, "application/json", HOSPITAL))
        .hasSize(1);
    assertThat(problems("GET /api/hospitals/H44160200003", 200, "text/csv", HOSPITAL)).hasSize(1);
    assertThat(problems("GET /api/persons/P0", 404, "application/problem+json", LATER))
        .isNotEmpty();
    var untold = LATER.replace("\"adjustments\"", "\"settlements\"");
    assertThat(problems("POST " + ID + "/cancellation", 409, "application/problem+json", untold))
        .isNotEmpty();
  }
}
