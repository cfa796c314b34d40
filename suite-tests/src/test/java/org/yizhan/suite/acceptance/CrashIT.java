package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Topics;
import org.yizhan.local.SuiteService;
import org.yizhan.suite.city.City;
import org.yizhan.suite.city.Discharges;
import org.yizhan.suite.city.Posts;
import org.yizhan.suite.door.Counter;
import org.yizhan.suite.door.Door;
import org.yizhan.suite.door.Settled;
import org.yizhan.suite.verify.Recompute;

/** Every service is killed once under load; the hospitals ask again, and every fen is where it belongs. */
class CrashIT {

  private static final int DISCHARGES = 2_000;
  private static final int RATE = 50;
  private static final int PEOPLE = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);

  @Test
  @DisplayName("H1, H8, H21: 2,000 discharges settle exactly once while every service is killed")
  void losesAndDoublesNothing() throws Exception {
    try (var house = House.open(Map.of())) {
      var city = City.of(7, 20, PEOPLE);
      var discharges = announce(house, city);
      var books = org.yizhan.suite.books.Books.opened(house.door(), house.lags(), city.hospitals());
      long factsBefore = house.lags().count(Topics.SETTLEMENTS);
      var counter = new Counter(house.door(), PATIENCE);

      var kills = Thread.ofPlatform().start(() -> killEachOnce(house));
      var told = askAtRate(counter, discharges);
      kills.join();

      System.out.println("answers: " + counter.answers());
      assertThat(told).allMatch(one -> one.reply().isOk());
      assertThat(counter.answers().keySet())
          .isSubsetOf("POST 200", "POST 202", "POST 503", "POST unanswered", "GET 200", "GET 404", "GET 503", "GET unanswered");
      var settled = told.stream().map(one -> Settled.in(one.reply().body())).toList();
      assertThat(settled).map(Settled::settlementId).doesNotHaveDuplicates().hasSize(DISCHARGES);
      assertThat(books.problems(settled, PATIENCE)).isEmpty();
      assertThat(told).allSatisfy(one -> assertThat(Recompute.problemsIn(one.reply().json())).isEmpty());
      assertThat(house.metric("settlement-service", "yizhan_partition_stopped", "")).isZero();
      assertAskedAgainTheSame(house, discharges, told);
      assertThat(books.problems(settled, PATIENCE)).as("asking again books nothing").isEmpty();
      assertYears(house.door(), told);
      System.out.printf(
          "%d settlements, %d facts on the log%n",
          DISCHARGES, house.lags().count(Topics.SETTLEMENTS) - factsBefore);
    }
  }

  private static Discharges announce(House house, City city) throws Exception {
    house.agencies().publish(Posts.aboutTheWorld(city.hospitals()));
    var registered = house.agencies().register(city.people(), PATIENCE);
    house.lags().awaitNone(PATIENCE);
    var numbers = new HashMap<String, String>();
    registered.forEach((label, one) -> numbers.put(label, one.personNumber()));
    return new Discharges(city, numbers, "CRASH", 30);
  }

  private static List<Counter.Told> askAtRate(Counter counter, Discharges discharges) throws Exception {
    var asked = new ArrayList<Future<Counter.Told>>();
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < DISCHARGES; i++) {
        long due = begin + i * TimeUnit.SECONDS.toNanos(1) / RATE;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        var discharge = discharges.number(i);
        Callable<Counter.Told> question = () -> counter.settle(discharge);
        asked.add(threads.submit(question));
      }
    }
    var told = new ArrayList<Counter.Told>();
    for (var one : asked) {
      told.add(one.get());
    }
    return told;
  }

  /** One after the other, each started again at once; while one comes up, the next is killed. */
  private static void killEachOnce(House house) {
    try (var restarts = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var service : SuiteService.values()) {
        Thread.sleep(BETWEEN_KILLS);
        var running = house.suite().service(service.artifact());
        running.kill();
        restarts.execute(running::restart);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertAskedAgainTheSame(House house, Discharges discharges, List<Counter.Told> told)
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
  private static void assertYears(Door door, List<Counter.Told> told) throws Exception {
    var answered = new TreeMap<String, List<String>>();
    for (var one : told) {
      var settlement = one.reply().json();
      var year =
          "/api/persons/%s/benefit-years/%s?city=%s"
              .formatted(
                  settlement.path("personNumber").asString(),
                  settlement.path("dischargeDate").asString().substring(0, 4),
                  settlement.path("city").asString());
      answered.computeIfAbsent(year, _ -> new ArrayList<>()).add(settlement.path("settlementId").asString());
    }
    for (var year : answered.entrySet()) {
      var held = new ArrayList<String>();
      door.get(year.getKey()).json().path("settlements").forEach(one -> held.add(one.path("settlementId").asString()));
      assertThat(held).as(year.getKey()).containsExactlyInAnyOrderElementsOf(year.getValue());
    }
  }
}
