package org.yizhan.suite.acceptance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.GUANGZHOU_3;
import static org.yizhan.suite.acceptance.House.HEYUAN_1;
import static org.yizhan.suite.acceptance.House.HEYUAN_2;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.acceptance.House.WENZHOU_3;
import static org.yizhan.suite.city.Discharge.bill;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Post;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.replay.Findings;
import org.yizhan.suite.replay.Findings.Difference;
import org.yizhan.suite.replay.Replay;
import tools.jackson.databind.JsonNode;

/**
 * Everything that settlement and the ledger hold follows from the topics, and from nothing else.
 */
class ReplayProofIT {

  private static final House HOUSE = House.shared();
  private static final String ADJUST = "{\"reason\": \"sent by mistake\", \"cascade\": \"adjust\"}";

  private static MongoClient store;

  @BeforeAll
  static void liveThroughEverything() throws Exception {
    store = MongoClients.create(HOUSE.suite().engines().mongoUri());
    dischargesInBothCities();
    awayWhileTheFunctionIsClosed();
    twoNumbersOfOneHuman();
    cancelledAndReplaced();
    reimbursedAndRejected();
    recoveredAndGivenUp();
    HOUSE.lags().awaitNone(PATIENCE);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static void dischargesInBothCities() throws Exception {
    for (int i = 0; i < 5; i++) {
      var poor = People.inHeyuan().with(Category.DIBAO.since("2019-07-01"));
      var away = People.inHeyuan().filed(new Citizen.Filing("2019-01-01", GUANGZHOU_3.code()));
      var employee = People.inHeyuan().employed("ACTIVE");
      var veteran = People.inWenzhou().with(Category.DISABLED_1_6.since("2019-07-01"));
      HOUSE.register(poor, away, employee, veteran);
      var amounts = bill(10_000 * (i + 1) + ".00", "5000.00", "0.00", "3000.00");
      for (var citizen : List.of(poor, employee)) {
        HOUSE.settled(Stay.in(HEYUAN_1).of(citizen, amounts));
        HOUSE.settled(Stay.until(HEYUAN_3, "2019-12-20").of(citizen, amounts));
      }
      HOUSE.settled(Stay.in(GUANGZHOU_3).of(away, amounts));
      HOUSE.settled(Stay.in(GUANGZHOU_3).of(poor, amounts));
      HOUSE.settled(Stay.in(WENZHOU_3).of(veteran, amounts));
    }
  }

  /** H19: what the world was like then is not what it is like now. */
  private static void awayWhileTheFunctionIsClosed() throws Exception {
    var away =
        People.inHeyuan()
            .with(Category.DIBAO.since("2019-07-01"))
            .filed(new Citizen.Filing("2019-01-01", GUANGZHOU_3.code()));
    HOUSE.register(away);
    var amounts = bill("60000.00", "0.00", "0.00", "0.00");
    function("CLOSED");
    var closed = HOUSE.settled(Stay.until(GUANGZHOU_3, "2019-12-10").of(away, amounts));
    function("OPEN");
    var open = HOUSE.settled(Stay.until(GUANGZHOU_3, "2019-12-20").of(away, amounts));
    assertThat(closed.path("shares").toString()).contains("function of the city is not open");
    assertThat(open.path("shares").toString()).doesNotContain("function of the city is not open");
  }

  private static void function(String state) throws InterruptedException {
    var changed =
        new OffSiteFunctionChanged(
            City.HEYUAN, state, "rehearsal of the replay proof", "2019-12-01T00:00:00+08:00");
    var id = "function-" + state + "-" + System.nanoTime();
    HOUSE.agencies().publish(List.of(Post.of(Topics.OFF_SITE_FUNCTIONS, City.HEYUAN, id, changed)));
    HOUSE.lags().awaitNone(PATIENCE);
  }

  /**
   * H12: what was used up under the number that is given up counts, whichever partition it is on.
   */
  private static void twoNumbersOfOneHuman() throws Exception {
    for (int i = 0; i < 4; i++) {
      var poor = Category.REGISTERED_POOR.since("2019-07-01");
      var stays = People.inHeyuan().with(poor);
      var other = People.inHeyuan();
      var duplicate =
          Citizen.resident(other.label(), other.idNumber(), stays.name(), other.county())
              .with(poor);
      HOUSE.register(stays, duplicate);
      var amounts = bill("90000.00", "0.00", "0.00", "0.00");
      HOUSE.settled(Stay.in(HEYUAN_3).of(duplicate, amounts));
      HOUSE.settled(Stay.in(HEYUAN_2).of(stays, amounts));
      var merged = Posts.merged(stays, duplicate);
      HOUSE.agencies().publish(List.of(merged));
      HOUSE.agencies().answersTo(Set.of(merged.id()), PATIENCE);
      HOUSE.lags().awaitNone(PATIENCE);
      HOUSE.settled(Stay.in(HEYUAN_3).of(stays, amounts));
    }
  }

  private static void cancelledAndReplaced() throws Exception {
    var citizen = People.inHeyuan().with(Category.REGISTERED_POOR.since("2019-07-01"));
    HOUSE.register(citizen);
    var stay = Stay.in(HEYUAN_3);
    var mistaken = stay.of(citizen, bill("42000.00", "5000.00", "0.00", "3000.00"));
    var first = HOUSE.settled(mistaken);
    assertThat(HOUSE.settled(mistaken)).as("sent again").isEqualTo(first);
    var other = stay.of(citizen, bill("41000.00", "0.00", "0.00", "0.00"));
    assertThat(HOUSE.counter().settle(other).reply().status()).isEqualTo(409);
    HOUSE.settled(Stay.in(HEYUAN_2).of(citizen, bill("150000.00", "0.00", "0.00", "2000.00")));
    var path = "/api/settlements/" + first.path("settlementId").asString() + "/cancellation";
    assertThat(HOUSE.post(path, "{\"reason\": \"sent by mistake\"}").status()).isEqualTo(409);
    assertThat(HOUSE.post(path, ADJUST).status()).isEqualTo(200);
    assertThat(HOUSE.post(path, ADJUST).status()).as("cancelled again").isEqualTo(200);
    var replacing =
        Stay.bytes(other, body -> body.put("replaces", first.path("settlementId").asString()));
    assertThat(HOUSE.counter().settle(replacing).reply().isOk()).isTrue();
  }

  private static void reimbursedAndRejected() throws Exception {
    var approved = caseOfALateMark();
    assertThat(HOUSE.post(approved + "/approval", "{\"checker\": \"clerk-9\"}").isOk()).isTrue();
    var rejected = caseOfALateMark();
    assertThat(HOUSE.post(rejected + "/rejection", "{\"checker\": \"clerk-9\"}").isOk()).isTrue();
    caseOfALateMark();
  }

  private static void recoveredAndGivenUp() throws Exception {
    var receipt =
        """
        {"payer": "%s", "amount": "%s", "receivedOn": "2020-01-02", "recordedBy": "clerk-5",
         "reference": "%s"}
        """;
    var proposal = "{\"maker\": \"clerk-7\", \"reason\": \"no estate\"}";
    var checker = "{\"checker\": \"clerk-9\"}";
    var partly = approvedCaseOfAMistake();
    assertThat(HOUSE.post(partly + "/returns", receipt.formatted("ASSISTANCE", "1.00", "a")).isOk())
        .isTrue();
    assertThat(HOUSE.post(partly + "/returns", receipt.formatted("ASSISTANCE", "1.00", "a")).isOk())
        .as("recorded again")
        .isTrue();
    assertThat(
            HOUSE.post(partly + "/returns", receipt.formatted("CATASTROPHIC", "2.00", "b")).isOk())
        .isTrue();
    assertThat(
            HOUSE
                .post(partly + "/returns", receipt.formatted("ASSISTANCE", "9000.00", "c"))
                .status())
        .isEqualTo(422);
    assertThat(HOUSE.post(partly + "/write-off", proposal).isOk()).isTrue();
    assertThat(HOUSE.post(partly + "/write-off/rejection", checker).isOk()).isTrue();
    var givenUp = approvedCaseOfAMistake();
    assertThat(HOUSE.post(givenUp + "/write-off", proposal).isOk()).isTrue();
    assertThat(HOUSE.post(givenUp + "/write-off/approval", checker).isOk()).isTrue();
    approvedCaseOfAMistake();
  }

  private static String approvedCaseOfAMistake() throws Exception {
    var mark = Category.DIBAO.since("2019-07-01");
    var citizen = People.inHeyuan().with(mark);
    HOUSE.register(citizen);
    var settlement =
        HOUSE.settled(
            Stay.in(HEYUAN_3).of(citizen, bill("42000.00", "5000.00", "0.00", "3000.00")));
    HOUSE.takeBack(citizen, mark);
    var path = proposed(settlement);
    assertThat(HOUSE.post(path + "/approval", "{\"checker\": \"clerk-9\"}").isOk()).isTrue();
    return path;
  }

  private static String caseOfALateMark() throws Exception {
    var citizen = People.inHeyuan();
    HOUSE.register(citizen);
    var settlement =
        HOUSE.settled(
            Stay.in(HEYUAN_3).of(citizen, bill("42000.00", "5000.00", "0.00", "3000.00")));
    HOUSE.register(citizen.with(Category.DIBAO.since("2019-07-01")));
    return proposed(settlement);
  }

  private static String proposed(JsonNode settlement) throws IOException {
    var proposed =
        HOUSE.post(
            "/api/reimbursement-cases",
            """
            {"personNumber": "%s", "city": "441600", "year": 2019, "maker": "clerk-7",
             "reason": "the mark came late"}
            """
                .formatted(settlement.path("personNumber").asString()));
    assertThat(proposed.isOk()).as(proposed.text()).isTrue();
    return "/api/reimbursement-cases/" + proposed.json().path("caseId").asString();
  }

  private static Findings replay() {
    var engines = HOUSE.suite().engines();
    return Replay.of(engines.kafkaBootstrap(), engines.mongoUri(), line -> {});
  }

  @Test
  @DisplayName("decided again from the topics, every document comes out as it is stored")
  void everyDocumentFollowsFromTheTopics() {
    var findings = replay();
    assertThat(findings.differences()).isEmpty();
    var compared = findings.compared();
    assertThat(compared.get("settlement-service.settlements")).isGreaterThanOrEqualTo(41);
    for (var kind :
        List.of("benefitYears", "revisions", "refusals", "refusedCancellations", "encounters")) {
      assertThat(compared.get("settlement-service." + kind)).as(kind).isPositive();
    }
    assertThat(compared.get("settlement-service.reimbursementCases")).isGreaterThanOrEqualTo(3);
    assertThat(compared.get("settlement-service.recoveries")).isGreaterThanOrEqualTo(3);
    assertThat(compared.get("settlement-service.coverages")).isGreaterThanOrEqualTo(20);
    assertThat(compared.get("settlement-service.hospitals")).isEqualTo(House.HOSPITALS.size());
    assertThat(compared.get("settlement-service.offSiteFunctions")).isPositive();
    assertThat(compared.get("fund-ledger-service.vouchers")).isGreaterThanOrEqualTo(60);
    assertThat(compared.get("fund-ledger-service.totals")).isPositive();
    assertThat(store.getDatabase("fund-ledger-service").getCollection("vouchers"))
        .satisfies(
            vouchers ->
                assertThat(compared.get("fund-ledger-service.vouchers"))
                    .isEqualTo(vouchers.countDocuments()));
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          settlement-service  | benefitYears       | claims.0.shares.BASIC
          settlement-service  | benefitYears       | version
          settlement-service  | encounters         | settlementId
          settlement-service  | settlements        | event
          settlement-service  | revisions          | event
          settlement-service  | refusals           | answer.problem.status
          settlement-service  | reimbursementCases | state
          settlement-service  | recoveries         | version
          settlement-service  | recoveries         | recovery.state
          settlement-service  | coverages          | version
          fund-ledger-service | vouchers           | entries.0.postings.0.fen
          fund-ledger-service | vouchers           | origin.offset
          fund-ledger-service | totals             | applied
          """)
  @DisplayName("a stored document that somebody has altered is named")
  void namesWhatWasAltered(String database, String collection, String member) {
    var documents = store.getDatabase(database).getCollection(collection);
    var found = altered(documents, member, document -> Altered.of(document).at(member));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().collection()).isEqualTo(database + '.' + collection);
    assertThat(found.getFirst().what()).startsWith(member + " is ");
  }

  @Test
  @DisplayName("a total that is a fen too high is named with its pair of accounts")
  void namesATotal() {
    var totals = store.getDatabase("fund-ledger-service").getCollection("totals");
    var found =
        altered(
            totals,
            "sums",
            document -> {
              var sums = document.get("sums", Document.class);
              var pair = sums.keySet().iterator().next();
              sums.put(pair, sums.getLong(pair) + 1);
              return document;
            });
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().what()).startsWith("sums.");
  }

  @Test
  @DisplayName("a document that is gone, and one that nothing accounts for, are named")
  void namesWhatIsMissingAndWhatIsTooMuch() {
    var vouchers = store.getDatabase("fund-ledger-service").getCollection("vouchers");
    var found =
        altered(
            vouchers, "entries", document -> new Document(document).append("_id", "from-nowhere"));
    assertThat(found)
        .extracting(Difference::what)
        .containsExactlyInAnyOrder("is missing", "nothing on the topics accounts for it");
  }

  /** What a replay finds while one document that has the member is another. */
  private static List<Difference> altered(
      MongoCollection<Document> collection, String member, UnaryOperator<Document> change) {
    var original = Objects.requireNonNull(collection.find(exists(member.split("\\.")[0])).first());
    var id = original.getString("_id");
    var other = change.apply(Objects.requireNonNull(collection.find(eq("_id", id)).first()));
    collection.deleteOne(eq("_id", id));
    collection.insertOne(other);
    try {
      return replay().differences();
    } finally {
      collection.deleteOne(eq("_id", other.get("_id")));
      collection.insertOne(original);
    }
  }
}
