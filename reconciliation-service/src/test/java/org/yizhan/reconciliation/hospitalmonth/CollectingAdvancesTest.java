package org.yizhan.reconciliation.hospitalmonth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.SettlementEvent;

class CollectingAdvancesTest {

  private final CollectingAdvances collecting = new CollectingAdvances(ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @DisplayName("H21: advances are collected by the month of receipt in Shanghai")
  @CsvSource({
    "2026-11-30T23:59:59.999+08:00, 2026-11",
    "2026-12-01T00:00:00+08:00,     2026-12",
    "2026-11-30T15:59:59Z,          2026-11",
    "2026-11-30T16:00:00Z,          2026-12",
    // Settled in January, received in December: the booking date decides.
    "2026-12-31T23:59:59+08:00,     2026-12",
  })
  void belongToTheMonthOfReceipt(String receivedAt, YearMonth month) {
    var event =
        aSettlement()
            .at("H44160200001")
            .receivedAt(receivedAt)
            .settledAt("2027-01-01T00:00:00+08:00")
            .settled();
    assertThat(collecting.advancesOf(event))
        .extracting(Advance::month)
        .containsExactly(new HospitalMonth("H44160200001", month));
  }

  @Test
  @DisplayName("H23(3): a line names each payer with an amount, in chain order")
  void listEachPayerWithAnAmount() {
    var event =
        aSettlement()
            .settledAt("2026-11-22T02:00:01Z")
            .share(Payer.BASIC, "26845.00")
            .share(Payer.CATASTROPHIC, "0.00")
            .share(Payer.ASSISTANCE, "5926.80")
            .settled();
    var line = collecting.advancesOf(event).getFirst().line();
    assertThat(line.advances().toString()).isEqualTo("{BASIC=26845.00, ASSISTANCE=5926.80}");
    assertThat(line.settledAt()).hasToString("2026-11-22T10:00:01+08:00");
    assertThat(MonthTotals.of(line).plus(MonthTotals.of(line)))
        .isEqualTo(
            new MonthTotals(
                2,
                new NetAmount(6574360),
                Map.of(
                    Payer.BASIC, new NetAmount(5369000), Payer.ASSISTANCE, new NetAmount(1185360)),
                new NetAmount(20000)));
  }

  @Test
  void otherEventsAreNoAdvances() {
    assertThat(collecting.advancesOf(new SettlementEvent.Unrecognised())).isEmpty();
  }

  @Test
  void totalsThatDoNotAddUpCannotExist() {
    var advances = Map.of(Payer.BASIC, new NetAmount(-1));
    var yuan = new NetAmount(100);
    assertThatThrownBy(() -> new MonthTotals(3, yuan, advances, yuan))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("advances and patients of 3 lines add up to 0.99, their bills to 1.00");
  }
}
