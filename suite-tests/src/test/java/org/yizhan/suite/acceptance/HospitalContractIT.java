package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.GUANGZHOU_3;
import static org.yizhan.suite.acceptance.House.HEYUAN_2;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.contract.HttpContract;
import org.yizhan.suite.door.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a hospital is answered is what docs/openapi-hospitals.yaml promises. */
class HospitalContractIT {

  private static final HttpContract CONTRACT = HttpContract.read();
  private static final Citizen.Mark MARK = Category.REGISTERED_POOR.since("2019-07-01");

  private static House house;

  /** The operations whose good answers were seen. */
  private final TreeSet<String> seen = new TreeSet<>();

  @BeforeAll
  static void open() {
    house = House.shared();
  }

  private JsonNode post(int status, String path, JsonNode body, String... headers)
      throws IOException {
    var type = String.join("\r\n", "application/json", String.join("\r\n", headers)).strip();
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return told(status, "POST", path, house.door().post(path, bytes, type));
  }

  private JsonNode get(int status, String path) throws IOException {
    return told(status, "GET", path, house.door().get(path));
  }

  private JsonNode told(int status, String method, String path, Reply reply) {
    assertThat(reply.status()).as("%s %s: %s", method, path, reply).isEqualTo(status);
    assertThat(CONTRACT.problemsIn(method, path, reply)).as(reply.text()).isEmpty();
    if (status == 200) {
      seen.add(CONTRACT.find(method, path).orElseThrow().toString());
    }
    return reply.json();
  }

  /** The request that the contract shows, of this person. */
  private static ObjectNode shown(String path, Citizen citizen) {
    var body = (ObjectNode) CONTRACT.example(path).deepCopy();
    return body.put("hospitalCode", HEYUAN_3.code()).put("idNumber", citizen.idNumber());
  }

  @Test
  @DisplayName("H1, H8, H9, H21: every answer a hospital gets is told, member by member")
  void everyAnswerIsTold() throws Exception {
    var citizen = People.inHeyuan().with(MARK).filed(new Citizen.Filing("2019-10-01", "440100"));
    house.register(citizen);
    var admission = shown("/api/admissions", citizen);
    post(200, "/api/admissions", admission);
    admission.put("hospitalCode", GUANGZHOU_3.code());
    var person = post(200, "/api/admissions", admission).path("personNumber").asString();

    var discharge = shown("/api/discharges", citizen).put("encounterId", "CONTRACT-1");
    post(200, "/api/discharges/trial", discharge);
    var settled = post(200, "/api/discharges", discharge);
    var place = "/api/settlements/" + settled.path("settlementId").asString();
    var later = Stay.in(HEYUAN_2).of(citizen, bill("150000.00", "0.00", "0.00", "2000.00"));
    settle(later);

    get(200, place);
    get(200, place + "/explanation");
    var text = house.door().get(place + "/explanation", "text/plain");
    assertThat(CONTRACT.problemsIn("GET", place + "/explanation", text)).isEmpty();
    get(200, "/api/persons/" + person);
    get(200, "/api/persons/" + person + "/categories?on=2019-11-15");
    get(200, "/api/persons/" + person + "/categories?on=2018-11-15");
    get(200, "/api/hospitals/" + HEYUAN_3.code());

    var cancellation = (ObjectNode) CONTRACT.example(place + "/cancellation").deepCopy();
    var refuse = cancellation.deepCopy().put("cascade", "refuse");
    var refused = post(409, place + "/cancellation", refuse);
    assertThat(refused.path("adjustments")).hasSize(1);
    post(200, place + "/cancellation", cancellation);
    get(200, place);
    get(200, place + "/explanation");
    get(200, "/api/persons/" + person + "/benefit-years/2019");
    assertThat(seen).as("operations whose answers were seen").containsAll(ofHospitals());
  }

  private static List<String> ofHospitals() {
    return CONTRACT.operations().stream()
        .filter(operation -> operation.document().equals("openapi-hospitals.yaml"))
        .map(HttpContract.Operation::toString)
        .toList();
  }

  private static void settle(Discharge discharge) throws InterruptedException {
    assertThat(house.counter().settle(discharge).reply().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("H1: what is not decided yet, and what is refused, is told as well")
  void whatIsNotSettled() throws Exception {
    var citizen = People.inHeyuan();
    house.register(citizen);
    var discharge = shown("/api/discharges", citizen).put("encounterId", "CONTRACT-2");
    var pending = post(202, "/api/discharges", discharge, "Prefer: wait=0");
    var place = "/api/settlements/" + pending.path("settlementId").asString();
    get(200, place); // pending or settled: both are told
    house.door().await(place, reply -> !reply.text().contains("PENDING"), PATIENCE);
    get(200, place);

    var early = discharge.deepCopy().put("encounterId", "CONTRACT-3");
    early.put("admissionDate", "2018-01-01").put("dischargeDate", "2018-01-05");
    post(422, "/api/discharges", early);
    post(422, "/api/discharges/trial", early);
    var conflict = discharge.deepCopy().put("diagnosis", "I64");
    post(409, "/api/discharges", conflict);
    post(400, "/api/discharges", early.putNull("dischargeDate"));
    var nobody = People.inHeyuan();
    post(404, "/api/admissions", shown("/api/admissions", nobody));
    get(404, "/api/settlements/00000000-0000-0000-0000-000000000000");
    get(404, "/api/persons/P0000000000000000");
    get(404, "/api/hospitals/H44160299999");
  }
}
