package org.yizhan.settlement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.simulation.Findings.CapReached;
import org.yizhan.settlement.simulation.Findings.Row;
import org.yizhan.settlement.simulation.Findings.Undecided;
import org.yizhan.settlement.simulation.Simulation.State;

/** What every implementation of {@link Simulations} must do. */
public abstract class SimulationsContract {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2020-01-02T09:00:00+08:00");
  private static final Findings FOUND =
      new Findings(
          3,
          5,
          1,
          List.of(
              new Row(
                  Dimension.MONTH,
                  "2019-11",
                  Payer.ASSISTANCE,
                  new Effect(Money.of("2.00"), Money.of("1.50")))),
          List.of(new CapReached(Payer.BASIC, 1, 2)),
          List.of(new Undecided("441600/assistance/in-part/cap", 1)));

  private Simulations simulations;

  /** Without any simulation in it. */
  protected abstract Simulations empty();

  @BeforeEach
  void begin() {
    simulations = empty();
  }

  private Simulation ask(OffsetDateTime at) {
    var question =
        new Question(
            "441600",
            new Period(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-12-31")),
            new TreeMap<>(Map.of("441600/assistance.yaml", "a: b\n")),
            "in force",
            "on trial",
            new Order(new UUID(0, 1), "clerk-7", "why", new Order.Approval("clerk-9", NOW)));
    var simulation = Simulation.of(UUID.randomUUID(), question, at);
    simulations.add(simulation);
    return simulation;
  }

  private Simulation found(Simulation simulation) {
    return simulations.find(simulation.id()).orElseThrow();
  }

  @Test
  void theOldestIsTakenFirstAndByOneOnly() {
    var later = ask(NOW.plusSeconds(1));
    var first = ask(NOW);
    assertThat(simulations.find(first.id())).contains(first);
    assertThat(simulations.find(UUID.randomUUID())).isEmpty();
    var until = NOW.plusSeconds(30);
    assertThat(simulations.take(NOW, until).orElseThrow().simulation()).isEqualTo(first);
    assertThat(simulations.take(NOW, until).orElseThrow().simulation()).isEqualTo(later);
    assertThat(simulations.take(NOW, until)).isEmpty();
  }

  @Test
  void whatIsKnownStaysAsItIs() {
    var known = ask(NOW);
    var hold = simulations.take(NOW, NOW.plusSeconds(30)).orElseThrow();
    simulations.keep(hold, new Slice(7), FOUND);
    simulations.add(known);
    assertThat(found(known).done()).containsExactly(7);
  }

  @Test
  void aHoldEndsByItselfAndTheNextOneFindsWhatIsDone() {
    ask(NOW);
    var hold = simulations.take(NOW, NOW.plusSeconds(30)).orElseThrow();
    assertThat(simulations.keep(hold, new Slice(7), FOUND)).isTrue();
    assertThat(simulations.renew(hold, NOW.plusSeconds(60))).isTrue();
    assertThat(simulations.take(NOW.plusSeconds(59), NOW.plusSeconds(99))).isEmpty();

    var next = simulations.take(NOW.plusSeconds(61), NOW.plusSeconds(99)).orElseThrow();
    assertThat(next.attempt()).isEqualTo(2);
    assertThat(next.simulation().done()).containsExactly(7);
    assertThat(next.simulation().findings()).isEqualTo(FOUND);

    assertThat(simulations.renew(hold, NOW.plusSeconds(99))).as("taken by another").isFalse();
    assertThat(simulations.keep(hold, new Slice(8), FOUND)).isFalse();
    simulations.finish(hold);
    simulations.release(hold);
    simulations.fail(hold, "too late to say so");
    assertThat(found(next.simulation())).isEqualTo(next.simulation());
    assertThat(simulations.take(NOW.plusSeconds(62), NOW.plusSeconds(99))).isEmpty();
  }

  @Test
  void whatIsReleasedIsTakenAtOnce() {
    ask(NOW);
    simulations.release(simulations.take(NOW, NOW.plusSeconds(30)).orElseThrow());
    assertThat(simulations.take(NOW, NOW.plusSeconds(30)).orElseThrow().attempt()).isEqualTo(2);
  }

  @Test
  void anAttemptIsInVainThatKeepsNothingAndDoesNotLetGo() {
    ask(NOW);
    assertThat(taken(1).inVain()).isZero();
    assertThat(taken(2).inVain()).as("one ended with its process").isEqualTo(1);
    simulations.release(taken(3));
    var fourth = taken(4);
    assertThat(fourth.inVain()).as("what is let go is not counted").isEqualTo(2);
    simulations.keep(fourth, new Slice(7), FOUND);
    simulations.release(fourth);
    var fifth = taken(5);
    assertThat(fifth.inVain()).as("it came further").isZero();
    simulations.keep(fifth, new Slice(8), FOUND);
    assertThat(taken(6).inVain()).isZero();
  }

  private Simulations.Hold taken(int hour) {
    var now = NOW.plusHours(hour);
    return simulations.take(now, now.plusSeconds(30)).orElseThrow();
  }

  @Test
  void whatIsOverIsNeverTakenNorCancelled() {
    var done = ask(NOW);
    simulations.finish(simulations.take(NOW, NOW.plusSeconds(30)).orElseThrow());
    var failed = ask(NOW);
    simulations.fail(simulations.take(NOW, NOW.plusSeconds(30)).orElseThrow(), "why");
    assertThat(found(done).state()).isEqualTo(State.DONE);
    assertThat(found(failed).state()).isEqualTo(State.FAILED);
    assertThat(found(failed).failure()).isEqualTo("why");
    assertThat(simulations.cancel(done.id())).isFalse();
    assertThat(simulations.take(NOW.plusDays(1), NOW.plusDays(2))).isEmpty();
  }

  @Test
  void aCancelledOneKeepsNothingMore() {
    var simulation = ask(NOW);
    var hold = simulations.take(NOW, NOW.plusSeconds(30)).orElseThrow();
    assertThat(simulations.cancel(simulation.id())).isTrue();
    assertThat(simulations.cancel(simulation.id())).isFalse();
    assertThat(simulations.cancel(UUID.randomUUID())).isFalse();
    assertThat(simulations.keep(hold, new Slice(1), FOUND)).isFalse();
    assertThat(simulations.renew(hold, NOW.plusSeconds(60))).isFalse();
    assertThat(found(simulation).state()).isEqualTo(State.CANCELLED);
    assertThat(found(simulation).done()).isEmpty();
  }
}
