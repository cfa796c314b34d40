package org.yizhan.settlement.readjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.readjudication.Readjudicating.Asked;
import org.yizhan.settlement.readjudication.Readjudicating.Outcome;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Dimension;
import org.yizhan.settlement.simulation.Findings;
import org.yizhan.settlement.simulation.NoAnswer;
import org.yizhan.settlement.simulation.Overlays;
import org.yizhan.settlement.simulation.Period;
import org.yizhan.settlement.simulation.RunningSimulations;
import org.yizhan.settlement.simulation.Simulation.State;
import org.yizhan.settlement.simulation.SimulationsInMemory;
import org.yizhan.settlement.simulation.Years;

/** The law in force pays DIBAO half; when the claims were settled it paid 80 %. */
@DisplayName("H10: a city adopts a law that reaches back")
class ReadjudicatingTest {

  private static final Laws HALF = LAWS.with(Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50"));
  private static final LawBook BOOK = hash -> hash.equals(HALF.hash()) ? HALF : LAWS;
  private static final NewLaw IN_FORCE = new NewLaw(new Refolding(BOOK), HALF);
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2020-01-02T09:00:00+08:00");
  private static final UUID ID = new UUID(3, 1);
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final SimulationsInMemory jobs = new SimulationsInMemory();
  private final ReadjudicationsInMemory records = new ReadjudicationsInMemory();
  private final CityInMemory city = new CityInMemory(records, IN_FORCE);
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
  private final Readjudicating readjudicating = new Readjudicating(jobs, HALF);
  private RunningSimulations running = process(IN_FORCE);
  private OffsetDateTime later = NOW;

  @BeforeEach
  void oneMarkedPersonPerSliceAndOneWithout() {
    for (var digit : DIGITS.toCharArray()) {
      city.put(Years.of("P" + digit, aBill().of("42000.00").marked("DIBAO")));
    }
    city.put(Years.of("PZZZ", aBill().of("42000.00")));
  }

  @AfterEach
  void close() {
    running.close();
  }

  private RunningSimulations process(NewLaw inForce) {
    var works = new JobWorks(BOOK, inForce, city, records, city);
    return new RunningSimulations(jobs, works, failures::add);
  }

  private void ask() {
    var period = new Period(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-12-31"));
    var asked = new Asked("441600", period, "clerk-7", "rate changed");
    assertThat(readjudicating.ask(ID, asked, NOW)).isInstanceOf(Outcome.Accepted.class);
  }

  private Readjudication found() {
    return readjudicating.find(ID).orElseThrow();
  }

  private void previewed() {
    ask();
    await()
        .until(
            () -> {
              sweep();
              return found().preview().state() == State.DONE;
            });
  }

  private void sweep() {
    later = later.plusMinutes(1);
    running.sweep(later);
  }

  private void awaitAdoption(State state) {
    await()
        .until(
            () -> {
              sweep();
              return found().adoption().orElseThrow().state() == state;
            });
  }

  private String refusal(String checker) {
    return ((Outcome.Refused) readjudicating.approve(ID, checker, NOW)).problem().code();
  }

  /** 32 × 2,619.75: 80 % of 8,732.50 become 50 %. */
  private static void requireTheMoney(Findings findings) {
    assertThat(findings.changed()).isEqualTo(32);
    assertThat(findings.people()).isEqualTo(32);
    assertThat(findings.by(Dimension.COUNTY))
        .filteredOn(row -> !row.effect().before().equals(row.effect().after()))
        .extracting(row -> row.key() + " " + row.payer() + " " + row.effect().difference())
        .containsExactly("441602 ASSISTANCE -83832.00");
  }

  @Test
  void isShownFirstSettlementBySettlement() {
    previewed();
    requireTheMoney(found().preview().findings());
    assertThat(found().preview().findings().settlements()).as("looked at").isEqualTo(33);
    assertThat(records.page(ID, null, 100)).hasSize(32).allMatch(Compared::differs);
    assertThat(city.sent).as("nothing is changed").isEmpty();
    assertThat(found().adoption()).isEmpty();
  }

  @Test
  void needsTwoPeopleAndALookAtThePreview() {
    assertThat(refusal("clerk-9")).isEqualTo("unknown-readjudication");
    ask();
    assertThat(refusal("clerk-9")).isEqualTo("preview-not-done");
    previewed();
    assertThat(refusal("clerk-7")).isEqualTo("same-person");
    assertThat(readjudicating.approve(ID, "clerk-9", NOW)).isInstanceOf(Outcome.Accepted.class);
    assertThat(refusal("clerk-8")).isEqualTo("readjudication-approved");
    var again = readjudicating.approve(ID, "clerk-9", NOW.plusDays(1));
    assertThat(((Outcome.Accepted) again).readjudication()).isEqualTo(found());
  }

  @Test
  void isNotConfirmedOnceTheLawHasChanged() {
    previewed();
    var other = new Readjudicating(jobs, LAWS);
    var outcome = (Outcome.Refused) other.approve(ID, "clerk-9", NOW);
    assertThat(outcome.problem().status()).isEqualTo(409);
    assertThat(outcome.problem().code()).isEqualTo("law-changed");
  }

  @Test
  void isRefusedForACityWithoutLaw() {
    var period = new Period(NOW.toLocalDate(), NOW.toLocalDate());
    var outcome = readjudicating.ask(ID, new Asked("110100", period, "a", "b"), NOW);
    assertThat(((Outcome.Refused) outcome).problem().code()).isEqualTo("unknown-city");
    assertThat(readjudicating.find(ID)).isEmpty();
  }

  @Test
  void everyAffectedYearAdoptsItByOneCommand() {
    previewed();
    readjudicating.approve(ID, "clerk-9", NOW);
    awaitAdoption(State.DONE);
    requireTheMoney(found().adoption().orElseThrow().findings());
    assertThat(city.sent).hasSize(32).doesNotHaveDuplicates();
    assertThat(failures).isEmpty();
  }

  @Test
  void aProcessThatEndsHalfWayLeavesTheRestToTheNext() {
    previewed();
    readjudicating.approve(ID, "clerk-9", NOW);
    city.decideOnly(10);
    sweep();
    await().until(city::hasUndecided);
    running.close();
    assertThat(found().adoption().orElseThrow().state()).isEqualTo(State.RUNNING);
    assertThat(found().adoption().orElseThrow().done()).hasSizeBetween(1, 10);

    running = process(IN_FORCE);
    sweep();
    city.decideOnly(Integer.MAX_VALUE);
    awaitAdoption(State.DONE);
    requireTheMoney(found().adoption().orElseThrow().findings());
    assertThat(new HashSet<>(city.sent)).hasSize(32);
    assertThat(city.all()).filteredOn(year -> year.version() == 2).hasSize(32);
  }

  @Test
  void aYearThatHasMovedOnIsAdoptedAsItStandsThen() {
    previewed();
    city.put(
        Years.of(
            "P7",
            aBill().of("42000.00").marked("DIBAO").dischargedOn("2019-11-15"),
            aBill().of("42000.00").marked("DIBAO").dischargedOn("2019-12-20")));
    readjudicating.approve(ID, "clerk-9", NOW);
    awaitAdoption(State.DONE);
    var decided = found().adoption().orElseThrow().findings();
    assertThat(decided.changed()).isEqualTo(33);
    // 30 % of 5,036.50 beside what was previewed
    assertThat(decided.by(Dimension.ALL))
        .filteredOn(row -> !row.effect().before().equals(row.effect().after()))
        .extracting(row -> row.effect().difference())
        .containsExactly("-85342.95");
  }

  @Test
  void anotherLawInForceEndsTheAdoption() {
    previewed();
    readjudicating.approve(ID, "clerk-9", NOW);
    running.close();
    running = process(new NewLaw(new Refolding(BOOK), LAWS));
    awaitAdoption(State.FAILED);
    assertThat(found().adoption().orElseThrow().failure()).startsWith("The law in force has");
    assertThat(city.sent).isEmpty();
    assertThat(failures).as("tried once, and said").singleElement().isInstanceOf(NoAnswer.class);
  }
}
