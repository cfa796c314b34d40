package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yizhan.local.SuiteService;
import org.yizhan.suite.books.Books;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Discharges;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.door.Counter;
import org.yizhan.suite.door.Counter.Told;
import org.yizhan.suite.door.Door;
import org.yizhan.suite.door.Settled;
import org.yizhan.suite.verify.Verifier;

/**
 * Every service is killed once under load; the hospitals ask again, and every fen is where it
 * belongs.
 */
class CrashIT {

  private static final int DISCHARGES = 2_000;
  private static final int RATE = 50;
  private static final int PEOPLE = 300;
  private static final int CROWD = 1_500;

  /** Never a 500: what is down for a moment is no defect, and the client must know to ask again. */
  private static final Set<String> WHAT_A_CLIENT_MAY_SEE =
      Set.of(
          "POST 200",
          "POST 202",
          "POST 503",
          "POST unanswered",
          "GET 200",
          "GET 404",
          "GET 503",
          "GET unanswered");

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);

  private static House house;
  private static City city;
  private static Map<String, String> personNumbers;

  @BeforeAll
  static void open() throws Exception {
    house = House.open(Map.of());
    city = City.of(7, 20, 2 * PEOPLE);
    house.agencies().publish(Posts.aboutTheWorld(city.hospitals()));
    personNumbers = new HashMap<>();
    house
        .agencies()
        .register(city.people(), PATIENCE)
        .forEach((label, one) -> personNumbers.put(label, one.personNumber()));
    house.lags().awaitNone(PATIENCE);
  }

  /** Each test has people of its own, so that it can tell what their years must hold. */
  private static City of(int from, int to) {
    return new City(city.seed(), city.hospitals(), city.people().subList(from, to));
  }

  @AfterAll
  static void close() throws Exception {
    house.close();
  }

  @Test
  @DisplayName("H1, H8, H21: 2,000 discharges settle exactly once while every service is killed")
  void losesAndDoublesNothing() throws Exception {
    var discharges = new Discharges(of(0, PEOPLE), personNumbers, "CRASH", 30);
    var books = Books.opened(house.door(), house.lags(), city.hospitals());
    var counter = new Counter(house.door(), PATIENCE);

    List<Told> told;
    try (var killing = Executors.newSingleThreadExecutor()) {
      var killed = killing.submit(CrashIT::killEachOnce);
      told = askAtRate(counter, discharges);
      killed.get();
    }

    System.out.println("answers: " + counter.answers());
    assertThat(told).allMatch(one -> one.reply().isOk());
    var settled = told.stream().map(one -> Settled.in(one.reply().body())).toList();
    assertThat(settled).map(Settled::settlementId).doesNotHaveDuplicates().hasSize(DISCHARGES);
    assertThat(books.problems(settled, PATIENCE)).isEmpty();
    var verifier = Verifier.ofShippedLaw();
    assertThat(told)
        .allSatisfy(one -> assertThat(verifier.problemsIn(one.reply().json())).isEmpty());
    for (var service : SuiteService.values()) {
      assertThat(house.metric(service.artifact(), "yizhan_partition_stopped", "")).isZero();
    }
    assertAskedAgainTheSame(discharges, told);
    assertThat(books.problems(settled, PATIENCE)).as("asking again books nothing").isEmpty();
    assertYears(told);
    assertThat(counter.answers().keySet()).isSubsetOf(WHAT_A_CLIENT_MAY_SEE);
  }

  @Test
  @Tag("left-to-ci")
  @DisplayName(
      "H1: a crowd before a door behind which nobody settles is told to wait, and settled later")
  void bearsACrowd() throws Exception {
    var discharges = new Discharges(of(PEOPLE, 2 * PEOPLE), personNumbers, "CROWD", 0);
    var books = Books.opened(house.door(), house.lags(), city.hospitals());
    long gateway = house.suite().service("gateway").pid();
    var settlement = house.suite().service("settlement-service");
    settlement.kill();
    try (var crowdedDoor = new Door(house.suite().gatewayUrl(), CROWD)) {
      var counter = new Counter(crowdedDoor, PATIENCE);

      var told = new ArrayList<Future<Told>>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CROWD; i++) {
          var discharge = discharges.number(i);
          told.add(threads.submit(() -> counter.settle(discharge)));
        }
        settlement.restart();
      }

      System.out.println("answers: " + counter.answers());
      assertThat(house.suite().service("gateway").isAlive()).isTrue();
      assertThat(house.suite().service("gateway").pid()).isEqualTo(gateway);
      var settled = new ArrayList<Settled>();
      for (var one : told) {
        settled.add(Settled.in(one.get().reply().body()));
      }
      assertThat(settled).map(Settled::status).containsOnly("SETTLED");
      assertThat(books.problems(settled, PATIENCE)).isEmpty();
    }
  }

  private static List<Told> askAtRate(Counter counter, Discharges discharges) throws Exception {
    var asked = new ArrayList<Future<Told>>();
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < DISCHARGES; i++) {
        long due = begin + i * TimeUnit.SECONDS.toNanos(1) / RATE;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        var discharge = discharges.number(i);
        Callable<Told> question = () -> counter.settle(discharge);
        asked.add(threads.submit(question));
      }
    }
    var told = new ArrayList<Told>();
    for (var one : asked) {
      told.add(one.get());
    }
    return told;
  }

  /** One after the other, each started again at once; while one comes up, the next is killed. */
  private static Void killEachOnce() throws Exception {
    var restarting = new ArrayList<Future<?>>();
    try (var restarts = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var service : SuiteService.values()) {
        Thread.sleep(BETWEEN_KILLS);
        var running = house.suite().service(service.artifact());
        running.kill();
        restarting.add(restarts.submit(running::restart));
      }
    }
    for (var one : restarting) {
      one.get();
    }
    return null;
  }

  private static void assertAskedAgainTheSame(Discharges discharges, List<Told> told)
      throws Exception {
    var counter = new Counter(house.door(), PATIENCE);
    for (int i = 0; i < DISCHARGES; i += 4) {
      var again = counter.settle(discharges.number(i));
      assertThat(again.reply().json()).isEqualTo(told.get(i).reply().json());
      if (told.get(i).synchronous() && again.synchronous()) {
        assertThat(again.reply().text()).isEqualTo(told.get(i).reply().text());
      }
    }
  }

  /** What settlement itself holds of each person's years is what was answered. */
  private static void assertYears(List<Told> told) throws Exception {
    var answered = new TreeMap<String, List<String>>();
    for (var one : told) {
      var settlement = one.reply().json();
      var year =
          "/api/persons/%s/benefit-years/%s?city=%s"
              .formatted(
                  settlement.path("personNumber").asString(),
                  settlement.path("dischargeDate").asString().substring(0, 4),
                  settlement.path("city").asString());
      answered
          .computeIfAbsent(year, _ -> new ArrayList<>())
          .add(settlement.path("settlementId").asString());
    }
    for (var year : answered.entrySet()) {
      var held = new ArrayList<String>();
      house
          .door()
          .get(year.getKey())
          .json()
          .path("settlements")
          .forEach(one -> held.add(one.path("settlementId").asString()));
      assertThat(held).as(year.getKey()).containsExactlyInAnyOrderElementsOf(year.getValue());
    }
  }
}
