package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.ledger.fund.AFund.HEYUAN;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.BeginDay;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.LedgerEvent.ImprestDemanded;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.JournalEntry;

@DisplayName("H16, row 18: the year ends, income and spending are closed to the fund's balance")
class YearEndTest {

  @Test
  @DisplayName("row 18: on the last day of December, and money stays where it is (H18)")
  void closed() {
    var one =
        AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-06-01")
            .income(Source.BUDGET, "1000.00")
            .income(Source.DONATION, "5.00")
            .paidUp("441621", "10.00")
            .granted(PrepaymentKind.IN_CITY, "300.00")
            .pay(Purpose.IN_CITY, "441602", "120.00")
            .payManually("7.00")
            .until("2019-12-31")
            .forget()
            .until("2020-01-01");
    assertThat(one.entries())
        .singleElement()
        .extracting(JournalEntry::bookedOn, JournalEntry::reason)
        .containsExactly(LocalDate.parse("2019-12-31"), "year-closed");
    assertThat(one.postings(Book.CASH))
        .containsExactlyInAnyOrder(
            "4101 <- 3001 1000.00",
            "4602 <- 3001 5.00",
            "4302[county=441621] <- 3001 10.00",
            "3001 <- 5001[county=441602,hospital=H44160200001,purpose=in-city] 120.00",
            "3001 <- 5001[county=441602,purpose=manual] 7.00");
    assertThat(one.balances())
        .isEqualTo(Map.of("1003", 708_00L, "1004[purpose=prepayment]", 180_00L, "3001", -888_00L));
    one.forget().until("2021-01-01");
    assertThat(one.postings(Book.CASH)).as("a year without money closes nothing").isEmpty();
  }

  @Test
  @DisplayName("row 18: what is dated in January is not closed with December, whatever came first")
  void januaryBeforeItsDay() {
    var one = AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-12-31").income(Source.BUDGET, "1.00");
    one.decide(income("2020-01-01T00:00:03+08:00", "2.00"));
    assertThat(one.isDone().fen("4101")).as("of the new year").isEqualTo(-2_00);
    assertThat(one.fen("3001")).as("of the old one").isEqualTo(-1_00);
    assertThat(one.entries())
        .extracting(entry -> entry.reason() + " " + entry.bookedOn())
        .containsExactly(
            "income-received 2019-12-31", "year-closed 2019-12-31", "income-received 2020-01-01");
    var before = one.forget().state();
    one.decide(new BeginDay(asked("2020-01-01T00:00:00+08:00"), LocalDate.parse("2020-01-01")));
    assertThat(one.state()).as("the day's own command comes late").isEqualTo(before);
    assertThat(one.entries()).isEmpty();
  }

  @Test
  @DisplayName("row 18: what is dated in December and comes in January enters the open month")
  void decemberAfterItsClose() {
    var one = AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-12-31").until("2020-01-02");
    one.decide(income("2019-12-31T23:59:59+08:00", "2.00"));
    assertThat(one.entries())
        .singleElement()
        .extracting(JournalEntry::bookedOn)
        .isEqualTo(LocalDate.parse("2020-01-02"));
  }

  @Test
  @DisplayName("H20: days that were not told begin all the same, each in its turn")
  void lostDays() {
    var one = AFund.of(HEYUAN, Payer.POVERTY, "2019-01-30").forget();
    one.decide(new BeginDay(asked("2019-04-02T00:00:00+08:00"), LocalDate.parse("2019-04-02")));
    assertThat(one.said(ImprestDemanded.class))
        .extracting(said -> said.demand().month() + " " + said.demand().state())
        .containsExactly(
            "2019-01 OPEN", "2019-01 OVERDUE", "2019-02 OPEN", "2019-02 OVERDUE", "2019-03 OPEN");
  }

  private static Asked asked(String at) {
    var fund = at.startsWith("2019-04") ? Payer.POVERTY : Payer.ASSISTANCE;
    return new Asked(new UUID(18, at.hashCode()), HEYUAN, fund, "x", OffsetDateTime.parse(at));
  }

  private static FundCommand income(String at, String amount) {
    return new ReceiveIncome(asked(at), Source.BUDGET, null, Money.of(amount), "bank-9");
  }
}
