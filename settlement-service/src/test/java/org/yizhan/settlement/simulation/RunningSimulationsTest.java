package org.yizhan.settlement.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.simulation.Simulation.State;

class RunningSimulationsTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2020-01-02T09:00:00+08:00");
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final SimulationsInMemory simulations = new SimulationsInMemory();
  private final YearsInMemory years = new YearsInMemory();
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
  private RunningSimulations running = started();

  /** One person at the beginning of each slice and one at the end of the last. */
  private static final class YearsInMemory implements StoredYears {

    private final List<BenefitYear> all = new ArrayList<>();
    private final ConcurrentLinkedQueue<Integer> read = new ConcurrentLinkedQueue<>();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private volatile int blockedFrom = Slice.COUNT;
    private final AtomicInteger brokenReads = new AtomicInteger();

    @Override
    public void read(String city, int year, Slice slice, Predicate<BenefitYear> goOn) {
      if (brokenReads.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("the store does not answer");
      }
      read.add(slice.number());
      var mine =
          all.stream()
              .filter(one -> one.key().year() == year && one.key().city().equals(city))
              .filter(one -> one.key().personNumber().compareTo(slice.from()) >= 0)
              .filter(
                  one ->
                      slice.before() == null
                          || one.key().personNumber().compareTo(slice.before()) < 0)
              .iterator();
      while (mine.hasNext() && goOn.test(mine.next())) {
        if (slice.number() >= blockedFrom) {
          await().until(() -> mayGoOn.getCount() == 0);
        }
      }
    }
  }

  @BeforeEach
  void thirtyThreePersons() {
    for (var digit : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
      years.all.add(Years.of("P" + digit, aBill().of("42000.00").marked("DIBAO")));
    }
    years.all.add(Years.of("PZZZ", aBill().of("42000.00")));
  }

  @AfterEach
  void close() {
    running.close();
    years.mayGoOn.countDown();
  }

  private RunningSimulations started() {
    return new RunningSimulations(
        simulations, asked -> new WhatIf(asked.question(), years, hash -> LAWS), failures::add);
  }

  private void ask() {
    var period = new Period(LocalDate.parse("2018-12-31"), LocalDate.parse("2019-12-31"));
    new AskingWhatIf(simulations, LAWS)
        .ask(ID, "441600", period, Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50"), NOW);
  }

  private Simulation found() {
    return simulations.find(ID).orElseThrow();
  }

  private void requireWholeAnswer() {
    assertThat(found().done()).hasSize(Slice.COUNT);
    assertThat(found().findings().people()).isEqualTo(33);
    assertThat(found().findings().changed()).isEqualTo(32);
    assertThat(found().findings().by(Dimension.ALL))
        .filteredOn(row -> row.effect().before().compareTo(row.effect().after()) != 0)
        .extracting(row -> row.payer() + " " + row.effect().difference())
        .containsExactly("ASSISTANCE -83832.00"); // 32 × 2,619.75
  }

  @Test
  void everySliceIsReadOnceAndAddedUp() {
    ask();
    running.sweep(NOW);
    await().until(() -> found().state() == State.DONE);
    requireWholeAnswer();
    assertThat(years.read).as("two calendar years").hasSize(2 * Slice.COUNT);
  }

  @Test
  void whatAProcessLeavesBehindIsTakenWhenItsHoldEnds() {
    years.blockedFrom = 10;
    ask();
    running.sweep(NOW);
    await().until(() -> found().done().size() >= 10);
    var doneByTheFirst = found().done().size();
    var other = started();
    other.sweep(NOW.plusSeconds(20)); // still held
    years.read.clear();
    years.blockedFrom = Slice.COUNT;
    other.sweep(NOW.plusSeconds(31));
    await().until(() -> found().state() == State.DONE);
    requireWholeAnswer();
    assertThat(years.read).hasSize(2 * (Slice.COUNT - doneByTheFirst));
    years.mayGoOn.countDown(); // the first wakes up, and finds that it has nothing to say any more
    running.close();
    requireWholeAnswer();
    other.close();
  }

  @Test
  void aProcessThatEndsLetsGoAtOnce() {
    years.blockedFrom = 10;
    ask();
    running.sweep(NOW);
    await().until(() -> found().done().size() >= 10);
    years.blockedFrom = Slice.COUNT;
    years.mayGoOn.countDown();
    running.close();
    assertThat(found().state()).isIn(State.RUNNING, State.DONE);
    running.sweep(NOW.plusSeconds(1)); // takes nothing any more
    var other = started();
    other.sweep(NOW.plusSeconds(2));
    await().until(() -> found().state() == State.DONE);
    requireWholeAnswer();
    other.close();
  }

  @Test
  void aCancelledSimulationStops() {
    years.blockedFrom = 5;
    ask();
    running.sweep(NOW);
    await().until(() -> found().done().size() >= 5);
    simulations.cancel(ID);
    running.sweep(NOW.plusSeconds(1));
    years.mayGoOn.countDown();
    var later = UUID.fromString("00000000-0000-4000-8000-000000000002");
    simulations.add(Simulation.of(later, found().question(), NOW));
    await()
        .until(
            () -> {
              running.sweep(NOW.plusSeconds(2));
              return simulations.find(later).orElseThrow().state() == State.DONE;
            });
    assertThat(found().state()).isEqualTo(State.CANCELLED);
    assertThat(found().done()).hasSizeLessThan(Slice.COUNT);
  }

  @Test
  void aStoreThatDoesNotAnswerIsAskedAgain() {
    years.brokenReads.set(1);
    ask();
    sweepUntil(State.DONE);
    requireWholeAnswer();
    assertThat(failures).extracting(Throwable::getMessage).contains("the store does not answer");
  }

  @Test
  void whatNeverSucceedsIsGivenUpAndSaysSo() {
    years.brokenReads.set(Integer.MAX_VALUE);
    ask();
    sweepUntil(State.FAILED);
    assertThat(failures).hasSize(5);
    assertThat(found().failure()).isEqualTo("It was begun 5 times in a row and came no further.");
  }

  @Test
  void processesThatEndInOrderNeverMakeItGivenUp() {
    ask();
    for (int day = 1; day <= 9; day++) {
      var then = NOW.minusDays(day);
      simulations.release(simulations.take(then, then.plusSeconds(30)).orElseThrow());
    }
    sweepUntil(State.DONE);
    requireWholeAnswer();
  }

  /** Each sweep is a minute later, so that no hold lasts until the next. */
  private void sweepUntil(State state) {
    var now = new AtomicReference<>(NOW);
    await()
        .until(
            () -> {
              running.sweep(now.updateAndGet(then -> then.plusMinutes(1)));
              return found().state() == state;
            });
  }
}
