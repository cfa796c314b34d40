package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.ledger.fund.Outlook.Prepaid;
import org.yizhan.ledger.fund.Outlook.Rate;

class OutlookTest {

  private static final Outlook OUTLOOK = new Outlook(AFund.LAW);

  /** February has 29 days. */
  @ParameterizedTest(name = "{0} left on {1}")
  @CsvSource({
    "3000.00, 2020-02-01, 3.0, 2020-05-01",
    "500.00, 2020-02-01, 0.5, 2020-02-15",
    "500.00, 2020-02-20, 0.5, 2020-03-05",
    "999.99, 2020-02-01, 0.9, 2020-02-29",
    "0.00, 2020-02-20, 0.0, 2020-02-20",
  })
  @DisplayName("W6: what is left lasts from today on, at the mean of the closed months")
  void lastsFromTodayOn(String left, String day, String months, String exhaustedOn) {
    var rate = rateOf(spending("1000.00", left).until(day));
    assertThat(rate.meanMonthlySpending()).hasToString("1000.00");
    assertThat(rate.monthsLeft()).hasToString(months);
    assertThat(rate.exhaustedOn()).hasToString(exhaustedOn);
  }

  @Test
  @DisplayName("W6: one fen of spending against the largest amount there is breaks no calendar")
  void aTinyRateBreaksNoCalendar() {
    var rate = rateOf(spending("0.01", "10000000000.00").until("2020-02-01"));
    assertThat(rate.exhaustedOn()).hasToString("2120-02-01");
  }

  @Test
  @DisplayName("W6: while nothing was spent there is a balance and no rate")
  void nothingSpentHasNoRate() {
    var fund =
        AFund.of(AFund.HEYUAN, Payer.ASSISTANCE, "2020-01-02")
            .income(Source.BUDGET, "9.00")
            .transfer("9.00");
    assertThat(OUTLOOK.of(fund.state(), fund.day()))
        .extracting(Prepaid::kind, Prepaid::balanceFen, Prepaid::rate)
        .first()
        .isEqualTo(tuple(PrepaymentKind.IN_CITY, 900L, Optional.empty()));
  }

  /** Spent in January 2020, the rest left in the expenditure account. */
  private static AFund spending(String spent, String left) {
    var fund =
        AFund.of(AFund.HEYUAN, Payer.ASSISTANCE, "2020-01-02")
            .income(Source.BUDGET, "9999999999.00")
            .income(Source.BUDGET, "9999999999.00")
            .transfer(spent)
            .isDone()
            .pay(Purpose.IN_CITY, "441602", spent)
            .isDone();
    return left.equals("0.00") ? fund : fund.transfer(left).isDone();
  }

  private static Rate rateOf(AFund fund) {
    return OUTLOOK.of(fund.state(), fund.day()).stream()
        .filter(one -> one.kind() == PrepaymentKind.IN_CITY)
        .findFirst()
        .flatMap(Prepaid::rate)
        .orElseThrow();
  }
}
