package org.yizhan.roster.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.roster.change.Merging.Verdict;
import org.yizhan.roster.change.Merging.Verdict.ComesRound;
import org.yizhan.roster.change.Merging.Verdict.GivenUp;

/** What every store of merges does. */
public abstract class MergesContract {

  /** Empty at the beginning of every test. */
  protected abstract Merges merges();

  @Test
  void addsBehindThoseThatWereCounted() {
    var one = merge("A", "B");
    assertThat(merges().count()).isZero();
    assertThat(merges().add(one, 0)).isTrue();
    assertThat(merges().add(merge("C", "D"), 0)).as("counted too early").isFalse();
    assertThat(merges().add(merge("A", "D"), 1)).as("given up before").isFalse();
    assertThat(merges().count()).isOne();
    assertThat(merges().add(merge("C", "D"), 1)).isTrue();
    assertThat(merges().count()).isEqualTo(2);
    assertThat(merges().of("A")).contains(one);
    assertThat(merges().of("B")).isEmpty();
    assertThat(merges().all()).containsExactlyInAnyOrder(one, merge("C", "D"));
  }

  @Test
  void findsThoseThatTouchSomeNumbers() {
    var intoB = merge("A", "B");
    var ofB = merge("B", "C");
    merges().add(intoB, 0);
    merges().add(ofB, 1);
    merges().add(merge("X", "Y"), 2);
    assertThat(merges().touching(List.of("B", "Z"))).containsExactlyInAnyOrder(intoB, ofB);
    assertThat(merges().touching(List.of("A"))).containsExactly(intoB);
    assertThat(merges().touching(List.of("Z"))).isEmpty();
  }

  @Test
  @DisplayName("H12: of merges that close a circle one is refused, also when all come at once")
  void neverACircle() throws Exception {
    for (int round = 0; round < 10; round++) {
      var tasks = new ArrayList<Callable<Verdict>>();
      for (int i = 0; i < 4; i++) {
        var offered = merge(round + "P" + i, round + "P" + (i + 1) % 4);
        tasks.add(() -> new Merging(merges()).verdictOn(offered));
      }
      try (var threads = Executors.newFixedThreadPool(4)) {
        var verdicts = new ArrayList<Verdict>();
        for (var verdict : threads.invokeAll(tasks)) {
          verdicts.add(verdict.get());
        }
        assertThat(verdicts).filteredOn(GivenUp.class::isInstance).hasSize(3);
        assertThat(verdicts).filteredOn(ComesRound.class::isInstance).hasSize(1);
        // Asked again, in any order, each gets the same.
        for (int i = 3; i >= 0; i--) {
          assertThat(tasks.get(i).call()).as("round " + round).isEqualTo(verdicts.get(i));
        }
      }
    }
  }

  private static Merge merge(String duplicate, String into) {
    return new Merge(
        new ChangeKey("medical-insurance", duplicate + "-" + into + "/$."),
        duplicate,
        new Identity(into, "masked " + into, "sealed " + into));
  }
}
