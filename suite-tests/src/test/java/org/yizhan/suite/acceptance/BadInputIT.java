package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.acceptance.House.WENZHOU_3;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.suite.books.Books;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.city.Hospital;
import org.yizhan.suite.city.Post;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.door.Reply;

/** What is wrong is told clearly, counted, and changes nothing. */
class BadInputIT {

  private static House house;
  private static Citizen person;
  private static Citizen somebodyElse;
  private static Citizen inWenzhou;
  private static String personNumber;

  private Books books;
  private String yearBefore;

  @BeforeAll
  static void open() throws InterruptedException {
    house = House.shared();
    person = People.inHeyuan().with(Category.DIBAO.since("2019-07-01"));
    somebodyElse = People.inHeyuan();
    inWenzhou = People.inWenzhou();
    personNumber =
        house.register(person, somebodyElse, inWenzhou).get(person.label()).personNumber();
  }

  @BeforeEach
  void remember() throws IOException, InterruptedException {
    books = house.books();
    yearBefore = year();
  }

  @AfterEach
  void nothingHasChanged() throws IOException, InterruptedException {
    assertThat(books.problems(List.of(), PATIENCE)).isEmpty();
    assertThat(year()).isEqualTo(yearBefore);
  }

  private static String year() throws IOException {
    return house.door().get("/api/persons/" + personNumber + "/benefit-years/2019").text();
  }

  /**
   * @param service which counts the problem, by its code
   */
  private record Case(
      String name, byte[] body, int status, String code, String about, String service) {}

  private static final String GATEWAY = "gateway";
  private static final String SETTLEMENT = "settlement-service";

  @TestFactory
  List<DynamicTest> everyBadDischargeHasItsOwnProblem() {
    var cases = new ArrayList<Case>();
    cases.addAll(malformed());
    cases.addAll(againstARule());
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> refuse(one)))
        .toList();
  }

  private static List<Case> malformed() {
    return List.of(
        bad("three decimals", amounts("total", "1000.000"), 400, "malformed", "amounts.total"),
        bad(
            "a negative amount",
            amounts("overLimit", "-1.00"),
            400,
            "malformed",
            "amounts.overLimit"),
        bad(
            "above ten thousand million",
            amounts("total", "10000000000.01"),
            400,
            "malformed",
            "amounts.total"),
        bad(
            "an amount as a JSON number",
            amounts("total", 1000),
            400,
            "malformed",
            "amounts.total"),
        bad(
            "an ID with a wrong check character",
            id(person.idNumber().substring(0, 17) + wrongCheck()),
            400,
            "malformed",
            "idNumber"),
        bad("an ID of 15 digits", id("441600480312001"), 400, "malformed", "idNumber"),
        bad(
            "a date that does not exist",
            body -> body.put("dischargeDate", "2019-11-31"),
            400,
            "malformed",
            "dischargeDate"),
        bad("no hospital", body -> body.remove("hospitalCode"), 400, "malformed", "hospitalCode"),
        bad("no body", new byte[0], 400, "malformed-json", "", GATEWAY),
        bad(
            "not JSON",
            "{\"hospitalCode\":".getBytes(StandardCharsets.UTF_8),
            400,
            "malformed-json",
            "",
            GATEWAY),
        bad("too large", new byte[70_000], 413, "too-large", "", GATEWAY));
  }

  private static List<Case> againstARule() {
    return List.of(
        bad(
            "parts that do not add up",
            amounts("total", "1000.01"),
            422,
            "parts-do-not-add-up",
            "amounts.total"),
        bad(
            "discharged before admission",
            body -> body.put("admissionDate", "2019-11-16"),
            422,
            "discharge-before-admission",
            "dischargeDate"),
        bad(
            "a citizen nobody knows",
            id(City.idNumber(City.HEYUAN, 19_999)),
            404,
            "unknown-person",
            ""),
        ruled(
            "a person number nobody knows",
            body -> {
              body.remove("idNumber");
              body.put("personNumber", "P0000000000000000");
            },
            404,
            "unknown-person",
            "personNumber"),
        ruled(
            "an unknown hospital",
            body -> body.put("hospitalCode", "H99999900001"),
            404,
            "unknown-hospital",
            "hospitalCode"),
        ruled(
            "not enrolled on the day of admission",
            dates("2018-12-31", "2019-11-15"),
            422,
            "not-enrolled",
            "admissionDate"),
        ruled(
            "a hospital not designated on the day of admission",
            dates("2017-12-31", "2019-11-15"),
            422,
            "hospital-not-designated",
            "hospitalCode"),
        ruled(
            "before the chain starts, Heyuan",
            dates("2019-06-20", "2019-06-30"),
            422,
            "discharge-before-chain-start",
            "dischargeDate"),
        new Case(
            "before the chain starts, Wenzhou",
            Stay.bytes(Stay.until(WENZHOU_3, "2019-10-30").of(inWenzhou, aBill())),
            422,
            "discharge-before-chain-start",
            "dischargeDate",
            SETTLEMENT));
  }

  private static org.yizhan.contracts.care.CareCommand.Bill aBill() {
    return bill("1000.00", "0.00", "0.00", "0.00");
  }

  private static Consumer<Map<String, Object>> dates(String admitted, String discharged) {
    return body -> {
      body.put("admissionDate", admitted);
      body.put("dischargeDate", discharged);
    };
  }

  private static Consumer<Map<String, Object>> id(String idNumber) {
    return body -> body.put("idNumber", idNumber);
  }

  private static char wrongCheck() {
    return person.idNumber().charAt(17) == '1' ? '2' : '1';
  }

  private static Consumer<Map<String, Object>> amounts(String member, Object value) {
    return body -> {
      var amounts = new HashMap<String, Object>();
      for (var name : List.of("fullSelfPay", "overLimit", "priorSelfPay")) {
        amounts.put(name, "0.00");
      }
      amounts.put("total", "1000.00");
      amounts.put("inPolicy", "1000.00");
      amounts.put(member, value);
      body.put("amounts", amounts);
    };
  }

  private static Case bad(
      String name, Consumer<Map<String, Object>> change, int status, String code, String about) {
    return bad(name, Stay.bytes(aStay(), change), status, code, about, GATEWAY);
  }

  private static Case ruled(
      String name, Consumer<Map<String, Object>> change, int status, String code, String about) {
    return bad(name, Stay.bytes(aStay(), change), status, code, about, SETTLEMENT);
  }

  private static Case bad(
      String name, byte[] body, int status, String code, String about, String service) {
    return new Case(name, body, status, code, about, service);
  }

  private static Discharge aStay() {
    return Stay.in(HEYUAN_3).of(person, aBill());
  }

  private static void refuse(Case bad) throws Exception {
    var metric = bad.service().equals(GATEWAY) ? "yizhan_problems_total" : "yizhan_refusals_total";
    long before = house.metric(bad.service(), metric, "\"" + bad.code() + "\"");

    var reply = house.door().post("/api/discharges", bad.body());

    assertThat(reply.status()).as(reply.text()).isEqualTo(bad.status());
    assertProblem(reply, bad.code(), bad.about());
    assertThat(house.metric(bad.service(), metric, "\"" + bad.code() + "\"")).isEqualTo(before + 1);
    assertThat(reply.text()).doesNotContain(person.idNumber());
  }

  private static void assertProblem(Reply reply, String code, String about) {
    assertThat(reply.header("content-type")).startsWith("application/problem+json");
    var problem = reply.json();
    assertThat(problem.path("code").asString()).as(reply.text()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(reply.status());
    for (var member : List.of("type", "title", "detail")) {
      assertThat(problem.path(member).asString()).as(member).isNotBlank();
    }
    if (!about.isEmpty()) {
      assertThat(problem.path("errors")).as(reply.text()).isNotEmpty();
      assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(about);
      assertThat(problem.path("errors").path(0).path("rule").asString()).isNotBlank();
    }
  }

  @Test
  void wrongContentTypeIs415() throws IOException {
    var reply = house.door().post("/api/discharges", Stay.bytes(aStay()), "text/plain");

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.code()).isEqualTo("unsupported-media-type");
  }

  @Test
  void theSameEncounterUnderAnotherPersonIs409() throws Exception {
    var first = Stay.in(Hospital.of("441602", 3, 3)).of(somebodyElse, aBill());
    assertThat(house.counter().settle(first).reply().isOk()).isTrue();
    books = house.books();
    yearBefore = year();

    var other = Stay.bytes(first, id(person.idNumber()));
    var reply = house.door().post("/api/discharges", other);

    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertProblem(reply, "encounter-conflict", "encounterId");
  }

  @Test
  @DisplayName("H11: what an agency says wrongly is answered and parked, its neighbours are taken")
  void answersAndParksWhatAgenciesSayWrongly() throws Exception {
    var topic = House.civilAffairs();
    long parked = house.parked(topic);
    long counted = house.metric("roster-sync-service", "yizhan_parked_total", "\"" + topic + "\"");
    var neighbour = People.inHeyuan().with(Category.TEKUN.since("2019-07-01"));
    var noJson =
        new Post(
            topic, "same", "bad-1", "roster-change.v1", "{no".getBytes(StandardCharsets.UTF_8));
    var unknownType =
        new Post(topic, "same", "bad-2", "roster-wish.v7", data("bad-2", "DIBAO", person.county()));
    var missing =
        new Post(topic, "same", "bad-3", "roster-change.v1", data("bad-3", "DIBAO", null));
    var notTheirs =
        new Post(
            topic, "same", "bad-4", "roster-change.v1", data("bad-4", "REGISTERED_POOR", "441602"));
    var good = Posts.joined(neighbour, neighbour.marks().getFirst());
    var withoutHeaders = new Post(topic, "same", "", "", data("bad-5", "DIBAO", "441602"));

    house
        .agencies()
        .publish(
            List.of(noJson, unknownType, missing, notTheirs, good, Posts.enrolment(neighbour)));
    house.agencies().publish(List.of(withoutHeaders));

    var answers =
        house
            .agencies()
            .answersTo(
                Set.of("bad-3", "bad-4", good.id(), Posts.enrolment(neighbour).id()), PATIENCE);
    assertThat(answers.get("bad-3").errors())
        .singleElement()
        .extracting(e -> e.field())
        .isEqualTo("county");
    assertThat(answers.get("bad-4").errors())
        .singleElement()
        .extracting(e -> e.rule())
        .asString()
        .contains("poverty-relief");
    assertThat(List.of(answers.get("bad-3").outcome(), answers.get("bad-4").outcome()))
        .containsOnly(Outcome.REFUSED);
    assertThat(answers.get(good.id()).outcome()).isNotEqualTo(Outcome.REFUSED);
    var unreadable = house.agencies().answers(BadInputIT::isUnreadable, 3, PATIENCE);
    assertThat(unreadable)
        .allSatisfy(answer -> assertThat(answer.source().topic()).isEqualTo(topic));
    house.lags().awaitNone(PATIENCE);
    assertThat(house.parked(topic)).isEqualTo(parked + 5);
    assertThat(house.metric("roster-sync-service", "yizhan_parked_total", "\"" + topic + "\""))
        .isEqualTo(counted + 5);
    assertThat(house.door().get("/api/persons/" + personNumber).json().path("marks")).hasSize(1);
    books = house.books(); // the good neighbour's premium is paid (H15)
  }

  private static boolean isUnreadable(RosterFeedback answer) {
    return answer.changeId() == null && answer.outcome() == Outcome.REFUSED;
  }

  private static byte[] data(String changeId, String category, String county) {
    var body =
        new RosterChange(
            changeId,
            "JOINED",
            person.idNumber(),
            person.name(),
            county,
            category,
            "2019-07-01",
            null,
            "测试",
            null);
    return Post.of("", "", "", body).data();
  }

  @Test
  void parksAHospitalThatBreaksARule() throws Exception {
    long parked = house.parked(Topics.HOSPITALS);
    var level =
        new org.yizhan.contracts.agency.ReferenceEvent.HospitalRegistered(
            "H44160200777", "测试医院", 4, "441602", "2019-01-01", null);

    house
        .agencies()
        .publish(List.of(Post.of(Topics.HOSPITALS, "H44160200777", "bad-hospital", level)));

    house.lags().awaitNone(PATIENCE);
    assertThat(house.parked(Topics.HOSPITALS)).isEqualTo(parked + 1);
    assertThat(house.door().get("/api/hospitals/H44160200777").status()).isEqualTo(404);
  }
}
