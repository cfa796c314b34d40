package org.yizhan.suite.acceptance;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.local.SuiteService;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.Citizen.Filing;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.city.Post;
import org.yizhan.suite.city.Posts;
import tools.jackson.databind.json.JsonMapper;

/**
 * A citizen ID and a name stay on the agencies' inbound topics and what was set aside from them,
 * whatever agencies and hospitals do wrongly with them.
 */
class PrivacyIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WRONG = "private-wrong-";
  private static final String NAME = "欧阳隐名某";
  private static final String NAME_ELSEWHERE = "司徒错列某";
  private static final Citizen PERSON =
      Citizen.resident("private", City.idNumber(City.HEYUAN, 18_001), NAME, "441602")
          .with(Category.DIBAO.since("2019-07-01"))
          .filed(new Filing("2019-10-01", "440100"));

  /** Nobody reports this one rightly. */
  private static final String MISPLACED_ID = City.idNumber(City.HEYUAN, 18_002);

  private static final Set<String> INBOUND =
      Set.of(Topics.ENROLMENT_CHANGES, Topics.FILING_CHANGES, House.civilAffairs());

  private static House house;
  private static String personNumber;
  private static Discharge control;
  private static final List<String> ANSWERS = new ArrayList<>();

  @BeforeAll
  static void leaveTraces() throws Exception {
    house = House.shared();
    personNumber = house.register(PERSON).get(PERSON.label()).personNumber();
    control = stay();
    assertThat(house.counter().settle(control).reply().isOk()).isTrue();
    for (var wrong : wrongDischarges()) {
      ANSWERS.add(house.door().post("/api/discharges", wrong).text());
      ANSWERS.add(house.door().post("/api/discharges/trial", wrong).text());
    }
    var posts = wrongMessages();
    house.agencies().publish(posts);
    // the others have no changeId that could be repeated
    var named = posts.stream().map(Post::id).filter(id -> id.startsWith(WRONG)).collect(toSet());
    assertThat(house.agencies().answersTo(named, PATIENCE).values())
        .hasSizeGreaterThan(10)
        .extracting(RosterFeedback::outcome)
        .containsOnly(Outcome.REFUSED);
    house.lags().awaitNone(PATIENCE);
  }

  private static Discharge stay() {
    return Stay.in(HEYUAN_3).of(PERSON, bill("900.00", "0.00", "0.00", "0.00"));
  }

  /** The ID and the name in every member where they do not belong, and in no JSON at all. */
  private static List<byte[]> wrongDischarges() {
    var bodies = new ArrayList<byte[]>();
    for (var secret : List.of(PERSON.idNumber(), MISPLACED_ID, NAME)) {
      for (var member :
          List.of(
              "hospitalCode",
              "encounterId",
              "admissionDate",
              "dischargeDate",
              "amounts",
              "eligibilityVersion",
              "replaces",
              "personNumber")) {
        bodies.add(Stay.bytes(stay(), body -> body.put(member, secret)));
      }
      bodies.add(Stay.bytes(stay(), body -> body.put("amounts", Map.of("total", secret))));
      // a member that nobody knows is ignored
      bodies.add(Stay.bytes(stay(), body -> body.put(secret, secret)));
      bodies.add(("{\"idNumber\": \"" + secret).getBytes(StandardCharsets.UTF_8));
      bodies.add(("{\"idNumber\": " + secret + "}").getBytes(StandardCharsets.UTF_8));
    }
    bodies.add(Stay.bytes(stay(), body -> body.put("diagnosis", "I63 " + MISPLACED_ID)));
    var digits = PERSON.idNumber().substring(0, 17);
    for (var broken : List.of(digits, digits + "?", PERSON.idNumber() + "0", NAME)) {
      bodies.add(Stay.bytes(stay(), body -> body.put("idNumber", broken)));
    }
    return bodies;
  }

  private static List<Post> wrongMessages() {
    var posts = new ArrayList<Post>();
    var good = Posts.joined(PERSON, PERSON.marks().getFirst());
    for (var member :
        List.of("kind", "idNumber", "county", "category", "effectiveFrom", "effectiveTo")) {
      posts.add(changed(good, member, NAME_ELSEWHERE));
      if (!member.equals("idNumber")) {
        posts.add(changed(good, member, MISPLACED_ID));
      }
    }
    posts.add(changed(good, "changeId", "private-" + PERSON.idNumber()));
    posts.add(changed(good, "basis", "身份证" + MISPLACED_ID));
    posts.add(changed(Posts.enrolment(PERSON), "scheme", NAME_ELSEWHERE));
    posts.add(text("{\"idNumber\": \"" + MISPLACED_ID + "\", \"name\": \"" + NAME_ELSEWHERE));
    posts.add(text("\"" + MISPLACED_ID + " " + NAME_ELSEWHERE + "\""));
    posts.add(text("{\"standardPercent\": \"" + MISPLACED_ID + "\"}"));
    posts.add(text("{\"" + MISPLACED_ID + "\": {\"" + NAME_ELSEWHERE + "\": 1}}"));
    return posts;
  }

  private static Post changed(Post good, String member, String value) {
    var body = new LinkedHashMap<String, Object>();
    JSON.readTree(good.data()).properties().forEach(one -> body.put(one.getKey(), one.getValue()));
    var changeId = WRONG + member + "-" + value.length();
    body.put("changeId", changeId);
    body.put(member, value);
    var id = member.equals("changeId") ? "unnamed" : changeId;
    return new Post(good.topic(), "wrong", id, good.type(), JSON.writeValueAsBytes(body));
  }

  private static Post text(String data) {
    var bytes = data.getBytes(StandardCharsets.UTF_8);
    return new Post(House.civilAffairs(), "wrong", "unnamed", "roster-change.v1", bytes);
  }

  @Test
  @DisplayName(
      "identifiers: no ID and no name in databases, logs or on topics but the inbound ones")
  void staysWhereItCameIn() throws IOException {
    var found = new Traces(house).of(forms());
    var allowed =
        INBOUND.stream()
            .flatMap(topic -> List.of("topic " + topic, "topic " + topic + ".parked").stream())
            .collect(toSet());
    assertThat(found.places()).isSubsetOf(allowed);
    // the search finds them where they may be
    assertThat(found.places())
        .containsAll(INBOUND.stream().map(topic -> "topic " + topic).toList())
        .contains("topic " + House.civilAffairs() + ".parked");
  }

  @Test
  @DisplayName("identifiers: no answer repeats an ID; a name goes back to its sender at most")
  void answersRepeatNoId() {
    assertThat(ANSWERS).hasSizeGreaterThan(50);
    for (var id : List.of(PERSON.idNumber(), MISPLACED_ID)) {
      assertThat(ANSWERS).noneMatch(answer -> answer.contains(id.substring(0, 17)));
      assertThat(ANSWERS).anyMatch(answer -> answer.contains(CitizenId.mask(id)));
    }
  }

  @Test
  @DisplayName("The search sees databases, topics and the log of every service")
  void findsWhatIsThere() throws IOException {
    var places = new Traces(house).of(List.of(personNumber, control.encounterId())).places();
    assertThat(places)
        .contains(
            "key on care.commands", "topic care.commands", "topic settlements", "topic roster")
        .contains("database eligibility-service.persons")
        .anyMatch(place -> place.startsWith("database settlement-service"))
        .anyMatch(place -> place.startsWith("database reconciliation-service"));
    for (var service : SuiteService.values()) {
      var log = house.logs().resolve(service.artifact() + ".log");
      assertThat(Files.readString(log)).as(log.toString()).contains("Started ");
    }
    assertThat(new Traces(house).of(List.of("Started ")).places())
        .contains("log gateway.log", "log roster-sync-service.log");
  }

  /** As they are, without the check character, and as a URL or a careful JSON writer has them. */
  private static List<String> forms() {
    var forms = new ArrayList<String>();
    forms.add(PERSON.idNumber().substring(0, 17));
    forms.add(MISPLACED_ID.substring(0, 17));
    for (var name : List.of(NAME, NAME_ELSEWHERE)) {
      forms.add(name);
      forms.add(URLEncoder.encode(name, StandardCharsets.UTF_8));
      forms.add(name.chars().mapToObj("\\u%04x"::formatted).collect(joining()));
    }
    return forms;
  }
}
