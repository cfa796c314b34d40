package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.HEYUAN_2;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.acceptance.House.WENZHOU_2;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.local.SuiteService;
import org.yizhan.suite.books.Books;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.door.Reply;
import org.yizhan.suite.door.Settled;
import org.yizhan.suite.verify.Verifier;
import tools.jackson.databind.JsonNode;

/**
 * From the agency's message over the hospital's counter into every payer's books and the month's
 * statement.
 */
class OneStopIT {

  private static final Verifier VERIFIER = Verifier.ofShippedLaw();

  private static House house;

  @BeforeAll
  static void open() {
    house = House.shared();
  }

  @Test
  @DisplayName(
      "H1, H4, H8, H21: a discharge in Heyuan is divided, booked and put on the hospital's"
          + " statement")
  void settlesInHeyuan() throws Exception {
    var citizen = People.inHeyuan().with(Category.REGISTERED_POOR.since("2019-07-01"));
    house.register(citizen);
    var books = house.books();

    var settlement =
        settled(Stay.in(HEYUAN_3).of(citizen, bill("88888.88", "6000.00", "500.00", "2111.12")));

    assertThat(amounts(settlement))
        .isEqualTo("BASIC 57322.77, CATASTROPHIC 17910.28, POVERTY 4096.75, ASSISTANCE 7647.26");
    assertThat(settlement.path("total").asString()).isEqualTo("97500.00");
    assertThat(settlement.path("patient").asString()).isEqualTo("10522.94");
    assertThat(settlement.path("place").asString()).isEqualTo("IN_CITY");
    assertThat(books.problems(List.of(settledIn(settlement)), PATIENCE)).isEmpty();
    assertEntries(settlement);
    assertOnStatement(settlement);
    var year = benefitYear(settlement);
    assertThat(year.path("yearToDate").path("ASSISTANCE").asString()).isEqualTo("7647.26");
    assertThat(year.path("capLeft").path("ASSISTANCE").asString()).isEqualTo("72352.74");
    assertThat(year.path("capLeft").path("POVERTY").asString()).isEqualTo("5903.25");
    assertThat(year.path("capLeft").path("BASIC").asString()).isEqualTo("142677.23");
    assertThat(year.path("capLeft").has("CATASTROPHIC")).as("has no cap for this mark").isFalse();
    var id = settlement.path("settlementId").asString();
    assertThat(house.verified().settlements()).as("recomputed after each class").contains(id);
    assertThat(house.verified().believed()).isEmpty();
    var explained = house.door().get("/api/settlements/" + id + "/explanation", "text/plain");
    assertThat(explained.text()).contains("4. 医疗救助：支付 7647.26 元", "个人负担 10522.94 元");
  }

  @Test
  @DisplayName(
      "W1, H8, H21: a discharge in Wenzhou ends with the special-care subsidy, in its own books")
  void settlesInWenzhou() throws Exception {
    var citizen =
        People.inWenzhou()
            .employed("RETIRED")
            .with(Category.DIBAO.since("2019-07-20"), Category.MARTYR_FAMILY.since("2019-01-01"));
    house.register(citizen);
    var books = house.books();

    var settlement =
        settled(Stay.in(WENZHOU_2).of(citizen, bill("25000.55", "0.00", "0.00", "800.00")));

    assertThat(amounts(settlement))
        .isEqualTo("BASIC 21960.50, CATASTROPHIC 0.00, ASSISTANCE 2432.04, SPECIAL_CARE 486.41");
    assertThat(settlement.path("patient").asString()).isEqualTo("921.60");
    assertThat(books.problems(List.of(settledIn(settlement)), PATIENCE)).isEmpty();
    assertEntries(settlement);
    assertOnStatement(settlement);
    var year = benefitYear(settlement);
    assertThat(year.path("capLeft").path("SPECIAL_CARE").asString()).isEqualTo("19513.59");
    assertThat(year.path("capLeft").path("BASIC").asString()).isEqualTo("278039.50");
  }

  @Test
  @DisplayName(
      "H1: the same discharge fifty times at once is one settlement and fifty equal answers")
  void settlesOnceHoweverOftenItIsSent() throws Exception {
    var citizen = People.inHeyuan().with(Category.DIBAO.since("2019-07-01"));
    house.register(citizen);
    var books = house.books();
    var body =
        Stay.bytes(Stay.in(HEYUAN_3).of(citizen, bill("42000.00", "5000.00", "0.00", "3000.00")));

    var replies = atOnce(50, () -> house.counter().settle(body).reply());

    assertThat(replies).allMatch(Reply::isOk);
    assertThat(replies).map(Reply::text).containsOnly(replies.getFirst().text());
    var settlement = checked(replies.getFirst());
    assertThat(amounts(settlement))
        .isEqualTo("BASIC 26845.00, CATASTROPHIC 6422.50, POVERTY 0.00, ASSISTANCE 6986.00");
    assertThat(books.problems(replies.stream().map(r -> Settled.in(r.body())).toList(), PATIENCE))
        .isEmpty();
    assertEntries(settlement);
    var again = house.door().get("/api/settlements/" + settlement.path("settlementId").asString());
    assertThat(again.json()).isEqualTo(settlement);
    var later = house.door().post("/api/discharges", body);
    assertThat(later.text()).isEqualTo(replies.getFirst().text());
  }

  private static List<Reply> atOnce(int times, Callable<Reply> question) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies = new ArrayList<Reply>();
      for (var asked : threads.invokeAll(Collections.nCopies(times, question))) {
        replies.add(asked.get());
      }
      return replies;
    }
  }

  @Test
  @DisplayName("H1: a trial says what would be settled and changes nothing")
  void triesWithoutATrace() throws Exception {
    var citizen = People.inHeyuan().with(Category.TEKUN.since("2019-07-01"));
    var registered = house.register(citizen).get(citizen.label());
    var books = house.books();
    var discharge = Stay.in(HEYUAN_2).of(citizen, bill("8333.33", "120.50", "0.00", "0.00"));

    var trial = house.door().post("/api/discharges/trial", Stay.bytes(discharge));

    assertThat(trial.status()).as(trial.text()).isEqualTo(200);
    assertThat(trial.json().path("status").asString()).isEqualTo("TRIAL");
    var divided = "BASIC 5875.00, CATASTROPHIC 0.00, POVERTY 0.00, ASSISTANCE 2458.33";
    assertThat(amounts(trial.json())).isEqualTo(divided);
    assertThat(VERIFIER.problemsIn(trial.json())).isEmpty();
    assertThat(books.problems(List.of(), PATIENCE)).isEmpty();
    var year = "/api/persons/" + registered.personNumber() + "/benefit-years/2019";
    assertThat(house.door().get(year).json().path("settlements")).isEmpty();
    assertThat(amounts(settled(discharge))).isEqualTo(divided);
  }

  @Test
  @DisplayName(
      "H13, H14: roster before enrolment and enrolment before roster end in the same state")
  void takesRosterAndEnrolmentInEitherOrder() throws Exception {
    var mark = Category.DIBAO.since("2019-07-01");
    var rosterFirst = People.inHeyuan().with(mark);
    var enrolledFirst = People.inHeyuan().with(mark);

    inOrder(rosterFirst, Posts.joined(rosterFirst, mark), Posts.enrolment(rosterFirst));
    inOrder(enrolledFirst, Posts.enrolment(enrolledFirst), Posts.joined(enrolledFirst, mark));

    assertThat(amounts(settled(aStayOf(rosterFirst))))
        .isEqualTo(amounts(settled(aStayOf(enrolledFirst))))
        .contains("ASSISTANCE 6986.00");
  }

  private static Discharge aStayOf(Citizen citizen) {
    return Stay.in(HEYUAN_3).of(citizen, bill("42000.00", "5000.00", "0.00", "3000.00"));
  }

  private static void inOrder(Citizen citizen, org.yizhan.suite.city.Post... posts) {
    for (var post : posts) {
      house.agencies().publish(List.of(post));
      var answer = house.agencies().answersTo(Set.of(post.id()), PATIENCE).get(post.id());
      assertThat(answer.errors()).as(citizen + ": " + answer.outcome()).isEmpty();
    }
  }

  @Test
  @DisplayName("H13: a person who was marked a moment ago is settled with the mark")
  void obeysAMarkAtOnce() throws Exception {
    var citizen = People.inHeyuan();
    house.register(citizen);
    var mark = Category.TEKUN.since("2019-07-01");
    var joined = Posts.joined(citizen, mark);
    house.agencies().publish(List.of(joined));
    var answer = house.agencies().answersTo(Set.of(joined.id()), PATIENCE).get(joined.id());

    // Not waiting for anything but the agency's own answer: settlement may not have heard of it
    // yet.
    var settlement =
        settled(Stay.in(HEYUAN_3).of(citizen, bill("1000.00", "0.00", "0.00", "0.00")));

    assertThat(settlement.path("eligibilityVersion").asLong())
        .isEqualTo(answer.eligibilityVersion());
    assertThat(settlement.path("patient").asString()).isEqualTo("0.00");
  }

  @Test
  @DisplayName("H11: a person is read back with enrolment, marks and filings, the ID masked")
  void readsThePersonBack() throws Exception {
    var citizen =
        People.inHeyuan()
            .with(Category.LOW_INCOME_DISABLED.since("2019-07-01"))
            .filed(new Citizen.Filing("2019-10-01", "440100"));
    var registered = house.register(citizen).get(citizen.label());

    var person = house.door().get("/api/persons/" + registered.personNumber()).json();

    var id = citizen.idNumber();
    assertThat(person.path("maskedId").asString())
        .isEqualTo(id.substring(0, 6) + "********" + id.substring(14));
    assertThat(person.path("city").asString()).isEqualTo("441600");
    assertThat(person.path("eligibilityVersion").asLong())
        .isEqualTo(registered.eligibilityVersion());
    assertThat(person.path("enrolments").path(0).path("from").asString()).isEqualTo("2019-01-01");
    var mark = person.path("marks").path(0);
    assertThat(mark.path("category").asString()).isEqualTo("LOW_INCOME_DISABLED");
    assertThat(mark.path("agency").asString()).isEqualTo("disabled-persons");
    assertThat(person.path("filings").path(0).path("destination").asString()).isEqualTo("440100");
  }

  @Test
  void everyServiceTellsItsMetrics() throws Exception {
    for (var service : SuiteService.values()) {
      try (var door = house.doorOf(service.artifact())) {
        var metrics = door.get("/actuator/prometheus", "text/plain");
        assertThat(metrics.status()).as(service.artifact()).isEqualTo(200);
        assertThat(metrics.text()).as(service.artifact()).contains("yizhan_");
      }
    }
  }

  @Test
  @DisplayName("identifiers: a citizen ID and a name stay on the agencies' topics")
  void keepsPersonalDataWhereItCameIn() throws Exception {
    var citizen = People.inHeyuan().with(Category.ORPHAN.since("2019-07-01"));
    var registered = house.register(citizen).get(citizen.label());
    settled(Stay.in(HEYUAN_3).of(citizen, bill("900.00", "0.00", "0.00", "0.00")));
    var refused =
        Stay.bytes(
            Stay.in(HEYUAN_3).of(citizen, bill("900.00", "0.00", "0.00", "0.00")),
            body -> body.put("encounterId", citizen.idNumber() + " " + citizen.name()));
    assertThat(house.door().post("/api/discharges", refused).status()).isEqualTo(400);
    house.lags().awaitNone(PATIENCE);

    var found = new Traces(house).of(List.of(citizen.idNumber(), citizen.name()));

    assertThat(found.places())
        .containsExactlyInAnyOrder("topic enrolment.changes", "topic roster.changes.civil-affairs");
    assertThat(found.documents()).isPositive();
    assertThat(found.records()).isPositive();
    assertThat(found.logLines()).isPositive();
    var number = new Traces(house).of(List.of(registered.personNumber()));
    assertThat(number.places())
        .as("the search finds what is there")
        .contains("key on settlements", "topic settlements")
        .anyMatch(place -> place.startsWith("database settlement-service"));
  }

  private static JsonNode settled(Discharge discharge) throws InterruptedException {
    return checked(house.counter().settle(discharge).reply());
  }

  /** Every answer of this class is recomputed from its explanations. */
  private static JsonNode checked(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().path("status").asString()).as(reply.text()).isEqualTo("SETTLED");
    assertThat(VERIFIER.problemsIn(reply.json())).isEmpty();
    return reply.json();
  }

  private static Settled settledIn(JsonNode settlement) {
    return Settled.in(settlement.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String amounts(JsonNode settlement) {
    var amounts = new ArrayList<String>();
    for (var share : settlement.path("shares")) {
      amounts.add(share.path("payer").asString() + " " + share.path("amount").asString());
    }
    return String.join(", ", amounts);
  }

  private static Map<String, String> sharesAboveZero(JsonNode settlement) {
    var shares = new LinkedHashMap<String, String>();
    for (var share : settlement.path("shares")) {
      if (!share.path("amount").asString().equals("0.00")) {
        shares.put(share.path("payer").asString(), share.path("amount").asString());
      }
    }
    return shares;
  }

  /** One pair per payer with an amount: receivable from the payer, payable to this hospital. */
  private static void assertEntries(JsonNode settlement) throws IOException {
    var id = settlement.path("settlementId").asString();
    var entries = house.door().get("/api/ledger/entries?settlementId=" + id).json().path("entries");
    var booked = new LinkedHashMap<String, String>();
    for (var entry : entries) {
      assertThat(entry.path("postings")).hasSize(1);
      var posting = entry.path("postings").path(0);
      assertThat(posting.path("debit").path("code").asString()).isEqualTo("1901");
      assertThat(posting.path("credit").path("code").asString()).isEqualTo("2901");
      assertThat(posting.path("credit").path("hospital").asString())
          .isEqualTo(settlement.path("hospitalCode").asString());
      assertThat(entry.path("bookedOn").asString())
          .isEqualTo(settlement.path("receivedAt").asString().substring(0, 10));
      var twice = booked.put(entry.path("fund").asString(), posting.path("amount").asString());
      assertThat(twice).as("two entries of one fund").isNull();
    }
    assertThat(booked).isEqualTo(sharesAboveZero(settlement));
  }

  /** As JSON and as a file; that the totals equal the payables is for {@link Books}. */
  private static void assertOnStatement(JsonNode settlement) throws IOException {
    var id = settlement.path("settlementId").asString();
    var path =
        "/api/hospital-months/%s/%s"
            .formatted(
                settlement.path("hospitalCode").asString(),
                settlement.path("receivedAt").asString().substring(0, 7));
    var month = house.door().get(path + "?limit=5000").json();
    var lines = new ArrayList<JsonNode>();
    month.path("lines").forEach(lines::add);
    var line = lines.stream().filter(l -> l.path("settlementId").asString().equals(id)).toList();
    assertThat(line).hasSize(1);
    assertThat(textsOf(line.getFirst().path("advances"))).isEqualTo(sharesAboveZero(settlement));
    assertThat(line.getFirst().path("patient")).isEqualTo(settlement.path("patient"));
    var file = house.door().get(path, "text/csv");
    assertThat(file.header("content-type")).startsWith("text/csv");
    var rows = file.text().lines().toList();
    assertThat(rows.stream().filter(row -> row.contains(id))).hasSize(1);
    assertThat(rows).hasSize(lines.size() + 2);
    assertLastRow(rows.getLast(), month.path("totals"));
  }

  private static void assertLastRow(String row, JsonNode totals) {
    var cells = new HashSet<>(List.of(row.split(",")));
    assertThat(row).startsWith("合计/total,");
    assertThat(cells).contains(totals.path("total").asString(), totals.path("patient").asString());
    assertThat(cells).containsAll(textsOf(totals.path("advances")).values());
  }

  private static Map<String, String> textsOf(JsonNode object) {
    var texts = new LinkedHashMap<String, String>();
    object.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asString()));
    return texts;
  }

  private static JsonNode benefitYear(JsonNode settlement) throws IOException {
    var year =
        house
            .door()
            .get(
                "/api/persons/%s/benefit-years/2019"
                    .formatted(settlement.path("personNumber").asString()))
            .json();
    assertThat(year.path("settlements")).hasSize(1);
    assertThat(year.path("settlements").path(0).path("settlementId"))
        .isEqualTo(settlement.path("settlementId"));
    return year;
  }
}
