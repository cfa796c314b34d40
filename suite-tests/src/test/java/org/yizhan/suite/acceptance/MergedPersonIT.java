package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.city.Post;
import org.yizhan.suite.city.Posts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One human under two IDs: from the merge on, one patient at every counter. */
class MergedPersonIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static House house;

  @BeforeAll
  static void open() {
    house = House.shared();
  }

  @Test
  @DisplayName("H9, H12, H13: marked under one ID and enrolled under the other, settled as one")
  void isOnePatient() throws Exception {
    var stays = People.inHeyuan();
    var given = People.inHeyuan();
    var duplicate = Citizen.resident(given.label(), given.idNumber(), stays.name(), given.county());
    var number = house.register(stays).get(stays.label()).personNumber();
    var marked = answer(Posts.joined(duplicate, Category.TEKUN.since("2019-07-01")));
    var old = Objects.requireNonNull(marked.personNumber());
    assertThat(old).isNotEqualTo(number);
    assertThat(admitted(stays).path("oneStop").asBoolean(true)).isFalse();

    var merged = answer(Posts.merged(stays, duplicate));
    assertThat(merged.outcome()).as(merged.toString()).isEqualTo(Outcome.ACCEPTED);
    assertThat(merged.personNumber()).isEqualTo(number);
    house.lags().awaitNone(PATIENCE);

    for (var citizen : List.of(stays, duplicate)) {
      var admission = admitted(citizen);
      assertThat(admission.path("personNumber").asString()).isEqualTo(number);
      assertThat(admission.path("oneStop").asBoolean()).as(admission.toString()).isTrue();
      assertThat(admission.path("categories").path(0).path("category").asString())
          .isEqualTo("TEKUN");
      assertThat(admission.path("eligibilityVersion").asLong())
          .isEqualTo(merged.eligibilityVersion());
    }

    var byOldId = settled(Discharge.byId(duplicate));
    assertThat(byOldId.path("status").asString()).as(byOldId.toString()).isEqualTo("SETTLED");
    assertThat(byOldId.path("personNumber").asString()).isEqualTo(number);
    assertThat(byOldId.path("patient").asString()).isEqualTo("0.00");

    var byOldNumber = settled(Map.of("personNumber", old)).toString();
    assertThat(byOldNumber).contains("person-merged").contains(number);
    var person = house.door().get("/api/persons/" + old).json();
    assertThat(person.path("mergedInto").asString()).isEqualTo(number);
  }

  @Test
  @DisplayName("H12: what was used up under the number that was given up counts after the merge")
  void hasOneYear() throws Exception {
    var poor = Category.REGISTERED_POOR.since("2019-07-01");
    var stays = People.inHeyuan().with(poor);
    var other = People.inHeyuan();
    var duplicate =
        Citizen.resident(other.label(), other.idNumber(), stays.name(), other.county()).with(poor);
    var twin = People.inHeyuan().with(poor);
    house.register(stays, duplicate, twin);
    for (var citizen : List.of(duplicate, twin)) {
      settledLarge(citizen);
    }

    assertThat(answer(Posts.merged(stays, duplicate)).outcome())
        .isIn(Outcome.ACCEPTED, Outcome.ACCEPTED_WITH_REMARK);
    house.lags().awaitNone(PATIENCE);

    var survivor = settledLarge(stays);
    var same = settledLarge(twin);
    assertThat(survivor.path("patient")).isEqualTo(same.path("patient"));
    assertThat(survivor.path("yearToDate")).isEqualTo(same.path("yearToDate"));
  }

  private static JsonNode settledLarge(Citizen citizen) throws InterruptedException {
    var bill = bill("90000.00", "0.00", "0.00", "0.00");
    return house.counter().settle(Stay.in(HEYUAN_3).of(citizen, bill)).reply().json();
  }

  private static RosterFeedback answer(Post post) {
    house.agencies().publish(List.of(post));
    return house.agencies().answersTo(Set.of(post.id()), PATIENCE).get(post.id());
  }

  private static JsonNode settled(Map<String, Object> person) throws InterruptedException {
    var discharge = Stay.in(HEYUAN_3).of(person, bill("1000.00", "0.00", "0.00", "0.00"));
    return house.counter().settle(discharge).reply().json();
  }

  private static JsonNode admitted(Citizen citizen) throws IOException {
    var body =
        Map.of(
            "hospitalCode", HEYUAN_3.code(),
            "admissionDate", "2019-11-01",
            "document", "SOCIAL_SECURITY_CARD",
            "idNumber", citizen.idNumber(),
            "name", citizen.name());
    var reply = house.door().post("/api/admissions", JSON.writeValueAsBytes(body));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }
}
