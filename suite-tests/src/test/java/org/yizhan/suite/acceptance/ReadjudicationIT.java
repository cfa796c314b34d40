package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.HEYUAN_1;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.acceptance.House.WENZHOU_3;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.suite.books.Sums;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Discharge;
import org.yizhan.suite.door.Reply;
import org.yizhan.suite.door.Settled;
import org.yizhan.suite.replay.Replay;
import org.yizhan.suite.verify.Law;
import tools.jackson.databind.JsonNode;

/** A law that reaches back, through every service: a suite of its own, because it keeps the law. */
@Tag("left-to-ci")
class ReadjudicationIT {

  private static final String ASKED =
      """
      {"city": "441600", "from": "2019-07-01", "to": "2019-12-31", "maker": "clerk-7",
       "reason": "rates changed from July on"}
      """;

  @TempDir Path overlay;
  private House house;
  private final List<Settled> settled = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    house = House.open(Map.of("YIZHAN_PARAMETERS_OVERLAY", overlay.toString()));
  }

  @AfterEach
  void close() throws IOException {
    house.close();
  }

  /** What a person's settlements came to outside one-stop: paid out, or paid too much, in fen. */
  private record Moved(Map<Payer, Long> paidOut, Map<Payer, Long> tooMuch) {

    Moved() {
      this(new EnumMap<>(Payer.class), new EnumMap<>(Payer.class));
    }

    void add(Payer payer, long more) {
      if (more != 0) {
        (more > 0 ? paidOut : tooMuch).merge(payer, Math.abs(more), Long::sum);
      }
    }
  }

  @Test
  @DisplayName(
      "H10, W3: after a city has adopted a law, books, hospitals' months, recoveries and the"
          + " recomputed law agree to the fen")
  void aLawIsAdoptedThroughTheWholeSuite() throws Exception {
    settleInBothCities();
    var before = house.books().read();
    comesIntoForce();
    var place = adopted();
    var after = house.books().read();

    var moved = moved();
    assertThat(sum(moved, Moved::paidOut)).containsKey(Payer.BASIC);
    assertThat(sum(moved, Moved::tooMuch)).containsKeys(Payer.CATASTROPHIC, Payer.ASSISTANCE);
    assertThat(after.differencesTo(before))
        .as("what hospitals advanced stands as it did, in memo books and statements")
        .allMatch(difference -> difference.startsWith("cash trial balance "));
    var dues = dues();
    assertThat(dues).isNotEmpty();
    requireSetOff(moved, dues);
    requireSpent(moved, dues, before, after);
    requireDecided(place, moved);
    assertThat(house.verified().problems()).isEmpty();
    moneyComesBack();
    theNextStayIsOfTheNewLaw();
    var engines = house.suite().engines();
    var replayed = Replay.of(engines.kafkaBootstrap(), engines.mongoUri(), line -> {});
    assertThat(replayed.differences()).isEmpty();
    assertThat(replayed.compared().get("settlement-service.recoveries")).isEqualTo(dues.size());
  }

  private void settleInBothCities() throws Exception {
    var discharges = new ArrayList<Discharge>();
    for (int i = 0; i < 6; i++) {
      var poor = People.inHeyuan().with(Category.DIBAO.since("2019-07-01"));
      var employee = People.inHeyuan().employed("ACTIVE");
      var veteran = People.inWenzhou().with(Category.DISABLED_1_6.since("2019-07-01"));
      house.register(poor, employee, veteran);
      var amounts = bill(30_000 * (i + 1) + ".01", "500.00", "0.00", "300.00");
      discharges.add(Stay.in(HEYUAN_3).of(poor, amounts));
      discharges.add(Stay.until(HEYUAN_1, "2019-12-20").of(poor, amounts));
      discharges.add(Stay.in(HEYUAN_3).of(employee, amounts));
      discharges.add(Stay.in(WENZHOU_3).of(veteran, amounts));
    }
    var books = house.books(); // after the premiums of those who have a mark
    for (var discharge : discharges) {
      settle(discharge);
    }
    assertThat(books.problems(settled, PATIENCE)).isEmpty();
  }

  private JsonNode settle(Discharge discharge) throws InterruptedException {
    var reply = house.counter().settle(discharge).reply();
    assertThat(reply.isOk()).as(reply.text()).isTrue();
    settled.add(Settled.in(reply.body()));
    return reply.json();
  }

  /** Basic insurance pays residents more in hospitals of the third level, less in the first. */
  private void comesIntoForce() throws IOException {
    var file = "441600/basic.yaml";
    var shipped = Files.readString(Law.shipped().resolve(file));
    var changed =
        shipped.replace(
            "{ level-1: 0.90, level-2: 0.75, level-3: 0.65 }",
            "{ level-1: 0.40, level-2: 0.75, level-3: 0.72 }");
    assertThat(changed).isNotEqualTo(shipped);
    Files.createDirectories(overlay.resolve("441600"));
    Files.writeString(overlay.resolve(file), changed);
    house.settlesBy(overlay);
    house.suite().service("settlement-service").kill();
    house.suite().service("settlement-service").restart();
  }

  private String adopted() throws Exception {
    var asked = post("/api/readjudications", ASKED);
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    var place = "/api/readjudications/" + asked.json().path("id").asString();
    await(place, reply -> reply.json().at("/preview/state").asString("").equals("DONE"));
    assertThat(post(place + "/approval", "{\"checker\": \"clerk-7\"}").code())
        .isEqualTo("same-person");
    assertThat(post(place + "/approval", "{\"checker\": \"clerk-9\"}").status()).isEqualTo(202);
    await(place, reply -> reply.json().at("/adoption/state").asString("").equals("DONE"));
    house.lags().awaitNone(PATIENCE);
    return place;
  }

  private void await(String place, Predicate<Reply> done) throws Exception {
    var reply = house.door().await(place, done, PATIENCE);
    assertThat(done.test(reply)).as(reply.text()).isTrue();
  }

  /** By person, added up from what each settlement says of itself. */
  private Map<String, Moved> moved() throws IOException {
    var moved = new HashMap<String, Moved>();
    for (var each : settled) {
      var now = get("/api/settlements/" + each.settlementId());
      var person = moved.computeIfAbsent(now.path("personNumber").asString(), key -> new Moved());
      for (var share : now.path("shares")) {
        var payer = Payer.valueOf(share.path("payer").asString());
        person.add(payer, fen(share.path("amount")) - each.shares().getOrDefault(payer, 0L));
      }
    }
    return moved;
  }

  private static Map<Payer, Long> sum(
      Map<String, Moved> moved, Function<Moved, Map<Payer, Long>> part) {
    var sum = new EnumMap<Payer, Long>(Payer.class);
    moved
        .values()
        .forEach(one -> part.apply(one).forEach((p, fen) -> sum.merge(p, fen, Long::sum)));
    return sum;
  }

  private static long fen(JsonNode yuan) {
    return Money.of(yuan.asString()).fen();
  }

  /** By person, what the open recoveries ask for. */
  private Map<String, Map<Payer, Long>> dues() throws IOException {
    var dues = new HashMap<String, Map<Payer, Long>>();
    for (var recovery : recoveries()) {
      assertThat(recovery.path("cause").asString()).isEqualTo("NEW_LAW");
      var due = new EnumMap<Payer, Long>(Payer.class);
      for (var each : recovery.path("dues")) {
        due.put(Payer.valueOf(each.path("payer").asString()), fen(each.path("amount")));
      }
      assertThat(dues.put(recovery.path("personNumber").asString(), due)).isNull();
    }
    return dues;
  }

  /** A person is asked only for what the same case did not pay out, a fund's own money first. */
  private static void requireSetOff(Map<String, Moved> moved, Map<String, Map<Payer, Long>> dues) {
    assertThat(moved.keySet()).containsAll(dues.keySet());
    moved.forEach(
        (person, money) -> {
          var due = dues.getOrDefault(person, Map.of());
          assertThat(total(due))
              .isEqualTo(Math.max(0, total(money.tooMuch()) - total(money.paidOut())));
          due.forEach(
              (payer, fen) ->
                  assertThat(fen)
                      .isLessThanOrEqualTo(
                          money.tooMuch().get(payer) - money.paidOut().getOrDefault(payer, 0L)));
        });
  }

  private static long total(Map<Payer, Long> amounts) {
    return amounts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What one-stop should have paid more has left the fiscal accounts, what is set off is back. */
  private static void requireSpent(
      Map<String, Moved> moved, Map<String, Map<Payer, Long>> dues, Sums before, Sums after) {
    for (var payer : Payer.values()) {
      var credit = "cash trial balance " + payer + " 1003 credit";
      assertThat(after.sum(credit, "") - before.sum(credit, ""))
          .as(credit)
          .isEqualTo(sum(moved, Moved::paidOut).getOrDefault(payer, 0L));
      var debit = "cash trial balance " + payer + " 1003 debit";
      long due = dues.values().stream().mapToLong(one -> one.getOrDefault(payer, 0L)).sum();
      assertThat(after.sum(debit, "") - before.sum(debit, ""))
          .as(debit)
          .isEqualTo(sum(moved, Moved::tooMuch).getOrDefault(payer, 0L) - due);
    }
  }

  private void requireDecided(String place, Map<String, Moved> moved) throws IOException {
    var adoption = get(place).path("adoption");
    assertThat(adoption.path("apart")).isEmpty();
    assertThat(adoption.at("/result/people").asLong()).isEqualTo(6);
    var paidOut = sum(moved, Moved::paidOut);
    var tooMuch = sum(moved, Moved::tooMuch);
    for (var paid : adoption.at("/result/payers")) {
      var payer = Payer.valueOf(paid.path("payer").asString());
      long difference = paidOut.getOrDefault(payer, 0L) - tooMuch.getOrDefault(payer, 0L);
      assertThat(paid.path("difference").asString().replace(".", ""))
          .as("decided of " + payer)
          .satisfies(text -> assertThat(Long.parseLong(text)).isEqualTo(difference));
    }
  }

  private List<JsonNode> recoveries() throws IOException {
    var open = new ArrayList<JsonNode>();
    get("/api/recoveries?city=441600&limit=1000").path("recoveries").forEach(open::add);
    return open;
  }

  private void moneyComesBack() throws Exception {
    var recovery = recoveries().getFirst();
    var payer = recovery.at("/dues/0/payer").asString();
    var debit = "cash trial balance " + payer + " 1003 debit";
    var before = house.books().read().sum(debit, "");
    var returned =
        """
        {"payer": "%s", "amount": "1.23", "receivedOn": "2020-01-02",
         "recordedBy": "clerk-5", "reference": "slip-1"}
        """
            .formatted(payer);
    var path = "/api/reimbursement-cases/" + recovery.path("caseId").asString() + "/returns";
    var reply = post(path, returned);
    assertThat(reply.isOk()).as(reply.text()).isTrue();
    assertThat(house.books().read().sum(debit, "") - before).isEqualTo(123);
  }

  private void theNextStayIsOfTheNewLaw() throws Exception {
    var poor = People.inHeyuan().with(Category.DIBAO.since("2019-07-01"));
    house.register(poor);
    var bill = bill("10700.00", "0.00", "0.00", "0.00");
    var reply = settle(Stay.until(HEYUAN_3, "2019-12-30").of(poor, bill));
    assertThat(reply.at("/shares/0/amount").asString()).isEqualTo("7200.00");
    house.lags().awaitNone(PATIENCE);
    assertThat(house.verified().problems()).isEmpty();
  }

  private Reply post(String path, String body) throws IOException {
    return house.door().post(path, body.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode get(String path) throws IOException {
    var reply = house.door().get(path);
    assertThat(reply.isOk()).as(reply.text()).isTrue();
    return reply.json();
  }
}
