package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.GUANGZHOU_3;
import static org.yizhan.suite.acceptance.House.HEYUAN_2;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private static final HttpContract CONTRACT = HttpContract.ofHospitals();
  private static final Citizen.Mark MARK = Category.REGISTERED_POOR.since("2019-07-01");

  private static House house;

  /** The operations whose good answers were seen. */
  private final TreeSet<String> seen = new TreeSet<>();

  @BeforeAll
  static void open() {
    house = House.shared();
  }

  private JsonNode as(String operation, Reply reply, int status) {
    assertThat(reply.status()).as("%s: %s", operation, reply).isEqualTo(status);
    assertThat(CONTRACT.problemsIn(operation, reply)).as("%s: %s", operation, reply).isEmpty();
    if (status == 200) {
      seen.add(operation);
    }
    return reply.header("content-type").contains("json") ? reply.json() : null;
  }

  private static Reply post(String path, JsonNode body, String... headers) throws IOException {
    var type = String.join("\r\n", "application/json", String.join("\r\n", headers)).strip();
    return house.door().post(path, body.toString().getBytes(StandardCharsets.UTF_8), type);
  }

  private static Reply get(String path) throws IOException {
    return house.door().get(path);
  }

  /** The request that the contract shows, of this person. */
  private static ObjectNode shown(String operation, Citizen citizen) {
    var body = (ObjectNode) CONTRACT.example(operation).deepCopy();
    return body.put("hospitalCode", HEYUAN_3.code()).put("idNumber", citizen.idNumber());
  }

  @Test
  @DisplayName("H1, H8, H9, H21: every answer a hospital gets is told, member by member")
  void everyAnswerIsTold() throws Exception {
    var citizen = People.inHeyuan().with(MARK).filed(new Citizen.Filing("2019-10-01", "440100"));
    house.register(citizen);
    var admission = shown("checkAdmission", citizen);
    as("checkAdmission", post("/api/admissions", admission), 200);
    admission.put("hospitalCode", GUANGZHOU_3.code());
    var person =
        as("checkAdmission", post("/api/admissions", admission), 200)
            .path("personNumber")
            .asString();

    var discharge = shown("settleDischarge", citizen).put("encounterId", "CONTRACT-1");
    as("tryDischarge", post("/api/discharges/trial", discharge), 200);
    var settled = as("settleDischarge", post("/api/discharges", discharge), 200);
    var place = "/api/settlements/" + settled.path("settlementId").asString();
    var later = Stay.in(HEYUAN_2).of(citizen, bill("150000.00", "0.00", "0.00", "2000.00"));
    settle(later);

    as("settlement", get(place), 200);
    as("explanation", get(place + "/explanation"), 200);
    as("explanation", house.door().get(place + "/explanation", "text/plain"), 200);
    as("person", get("/api/persons/" + person), 200);
    as("categories", get("/api/persons/" + person + "/categories?on=2019-11-15"), 200);
    as("categories", get("/api/persons/" + person + "/categories?on=2018-11-15"), 200);
    as("hospital", get("/api/hospitals/" + HEYUAN_3.code()), 200);

    var cancellation = (ObjectNode) CONTRACT.example("cancelSettlement").deepCopy();
    var refuse = cancellation.deepCopy().put("cascade", "refuse");
    var refused = as("cancelSettlement", post(place + "/cancellation", refuse), 409);
    assertThat(refused.path("adjustments")).hasSize(1);
    as("cancelSettlement", post(place + "/cancellation", cancellation), 200);
    as("settlement", get(place), 200);
    as("explanation", get(place + "/explanation"), 200);
    as("benefitYear", get("/api/persons/" + person + "/benefit-years/2019"), 200);
    assertThat(seen).as("operations whose answers were seen").isEqualTo(CONTRACT.operations());
  }

  private static void settle(Discharge discharge) throws InterruptedException {
    assertThat(house.counter().settle(discharge).reply().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("H1: what is not decided yet, and what is refused, is told as well")
  void whatIsNotSettled() throws Exception {
    var citizen = People.inHeyuan();
    house.register(citizen);
    var discharge = shown("settleDischarge", citizen).put("encounterId", "CONTRACT-2");
    var pending = as("settleDischarge", post("/api/discharges", discharge, "Prefer: wait=0"), 202);
    var place = "/api/settlements/" + pending.path("settlementId").asString();
    as("settlement", get(place), 200); // pending or settled: both are told
    house.door().await(place, reply -> !reply.text().contains("PENDING"), PATIENCE);
    as("settlement", get(place), 200);

    var early = discharge.deepCopy().put("encounterId", "CONTRACT-3");
    early.put("admissionDate", "2018-01-01").put("dischargeDate", "2018-01-05");
    as("settleDischarge", post("/api/discharges", early), 422);
    as("tryDischarge", post("/api/discharges/trial", early), 422);
    var conflict = discharge.deepCopy().put("diagnosis", "I64");
    as("settleDischarge", post("/api/discharges", conflict), 409);
    as("settleDischarge", post("/api/discharges", early.putNull("dischargeDate")), 400);
    var nobody = People.inHeyuan();
    as("checkAdmission", post("/api/admissions", shown("checkAdmission", nobody)), 404);
    as("settlement", get("/api/settlements/00000000-0000-0000-0000-000000000000"), 404);
    as("person", get("/api/persons/P0000000000000000"), 404);
    as("hospital", get("/api/hospitals/H44160299999"), 404);
  }
}
