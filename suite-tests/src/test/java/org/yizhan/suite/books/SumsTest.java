package org.yizhan.suite.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.suite.door.Settled;
import tools.jackson.databind.node.StringNode;

class SumsTest {

  private static final Settled ONE =
      new Settled(
          "S1",
          "SETTLED",
          "H44160200001",
          Map.of(Payer.BASIC, 700L, Payer.POVERTY, 0L),
          1_000,
          300);

  @Test
  void aSettlementIsOwedOnBothSidesAndOnTheStatement() {
    var owed = Sums.owedFor(List.of(ONE));

    assertThat(owed.sum("trial balance BASIC", " debit")).isEqualTo(1_400);
    assertThat(owed.sum("trial balance BASIC", " credit")).isEqualTo(1_400);
    assertThat(owed.sum("payable BASIC to ", "H44160200001")).isEqualTo(700);
    assertThat(owed.sum("statements of H44160200001", " count")).isEqualTo(1);
    assertThat(owed.sum("statements of H44160200001", " patient")).isEqualTo(300);
  }

  @Test
  void whatWasBookedTwiceIsADifference() {
    var once = Sums.owedFor(List.of(ONE));
    var twice = Sums.owedFor(List.of(ONE, ONE));

    assertThat(once.differencesTo(once)).isEmpty();
    assertThat(once.plus(once).differencesTo(twice)).isEmpty();
    assertThat(twice.differencesTo(once))
        .anyMatch(line -> line.equals("payable BASIC to H44160200001 is 1,400, must be 700"))
        .anyMatch(line -> line.equals("statements of H44160200001 count is 2, must be 1"));
  }

  /** A month that only takes back what an earlier one added. */
  @Test
  void whatIsTakenBackComesOff() {
    var sums = new Sums();
    sums.add("statements of H total", StringNode.valueOf("50.00"));
    sums.add("statements of H total", StringNode.valueOf("-145.05"));
    assertThat(sums.sum("statements of H", " total")).isEqualTo(-9_505);
  }

  @Test
  void moneyFromNowhereIsSeen() {
    assertThat(ONE.unaccounted()).isZero();
    assertThat(
            new Settled("S", "SETTLED", "H", Map.of(Payer.BASIC, 701L), 1_000, 300).unaccounted())
        .isEqualTo(1);
  }
}
