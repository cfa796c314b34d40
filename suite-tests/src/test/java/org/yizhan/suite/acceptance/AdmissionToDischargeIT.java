package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.GUANGZHOU_3;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.Hospital;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.door.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the counter is told at admission is what the patient finds at discharge. */
class AdmissionToDischargeIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static House house;

  @BeforeAll
  static void open() {
    house = House.shared();
  }

  @Test
  @DisplayName("H9, H13, H8: the mark that the admission shows is the one the discharge is paid by")
  void theVersionSeenAtAdmissionDecides() throws Exception {
    var citizen = People.inHeyuan();
    house.register(citizen);
    assertThat(admitted(citizen, HEYUAN_3).path("oneStop").asBoolean(true)).isFalse();
    var joined = Posts.joined(citizen, Category.TEKUN.since("2019-07-01"));
    house.agencies().publish(List.of(joined));
    var answer = house.agencies().answersTo(Set.of(joined.id()), PATIENCE).get(joined.id());

    var admission = admitted(citizen, HEYUAN_3);

    assertThat(admission.path("oneStop").asBoolean()).as(admission.toString()).isTrue();
    assertThat(admission.path("depositWaived").asBoolean()).isTrue();
    assertThat(admission.path("nameAgrees").asBoolean()).isTrue();
    assertThat(admission.path("place").asString()).isEqualTo("IN_CITY");
    assertThat(admission.path("categories")).hasSize(1);
    assertThat(admission.path("categories").path(0).path("category").asString()).isEqualTo("TEKUN");
    var version = admission.path("eligibilityVersion").asLong();
    assertThat(version).isEqualTo(answer.eligibilityVersion());
    assertThat(admission.toString()).doesNotContain(citizen.idNumber(), citizen.name());
    var person =
        Map.<String, Object>of(
            "personNumber",
            admission.path("personNumber").asString(),
            "eligibilityVersion",
            version);
    var bill = bill("1000.00", "0.00", "0.00", "0.00");
    var settlement = house.counter().settle(Stay.in(HEYUAN_3).of(person, bill)).reply();
    assertThat(settlement.status()).as(settlement.text()).isEqualTo(200);
    assertThat(settlement.json().path("eligibilityVersion").asLong()).isEqualTo(version);
    assertThat(settlement.json().path("patient").asString()).isEqualTo("0.00");
  }

  @Test
  @DisplayName("H2, H9, H19: off-site the counter is told what the filing and the function allow")
  void offSite() throws Exception {
    var mark = Category.TEKUN.since("2019-07-01");
    var filed = People.inHeyuan().with(mark).filed(new Citizen.Filing("2019-10-01", "440100"));
    var unfiled = People.inHeyuan().with(mark);
    house.register(filed, unfiled);

    var allowed = admitted(filed, GUANGZHOU_3);
    assertThat(allowed.path("oneStop").asBoolean()).as(allowed.toString()).isTrue();
    assertThat(allowed.path("offSiteFunctionOpen").asBoolean()).isTrue();
    assertThat(allowed.path("filing").path("found").asString()).isEqualTo("440100");

    var refused = admitted(unfiled, GUANGZHOU_3);
    assertThat(refused.path("oneStop").asBoolean(true)).isFalse();
    assertThat(refused.path("place").asString()).isEqualTo("UNFILED");
    assertThat(refused.path("reasons").path(0).asString()).contains("without a filing");
  }

  @Test
  void nobodyAndNowhereAreNotFound() throws Exception {
    var citizen = People.inHeyuan();
    assertThat(admit(citizen, HEYUAN_3).code()).isEqualTo("unknown-person");
    house.register(citizen);
    var nowhere = admit(citizen, Hospital.of("441602", 99, 3));
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.code()).isEqualTo("unknown-hospital");
  }

  private static JsonNode admitted(Citizen citizen, Hospital hospital) throws IOException {
    var reply = admit(citizen, hospital);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static Reply admit(Citizen citizen, Hospital hospital) throws IOException {
    var body = new LinkedHashMap<String, Object>();
    body.put("hospitalCode", hospital.code());
    body.put("admissionDate", "2019-11-01");
    body.put("document", "SOCIAL_SECURITY_CARD");
    body.put("idNumber", citizen.idNumber());
    body.put("name", citizen.name());
    return house.door().post("/api/admissions", JSON.writeValueAsBytes(body));
  }
}
