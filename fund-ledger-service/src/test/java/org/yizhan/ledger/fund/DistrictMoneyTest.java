package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.contracts.fund.FundCommand.PrepaymentStep.APPROVE;
import static org.yizhan.contracts.fund.FundCommand.PrepaymentStep.FUND;
import static org.yizhan.contracts.fund.FundCommand.PrepaymentStep.SUBMIT;
import static org.yizhan.contracts.fund.PrepaymentKind.SPECIAL_CARE;
import static org.yizhan.ledger.fund.AFund.WENZHOU;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.DistrictStatement;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.FundWarning.Cause;
import org.yizhan.contracts.ledger.LedgerEvent.DistrictsStated;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.contracts.ledger.LedgerEvent.WarningChanged;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.contracts.ledger.Prepayment.State;
import org.yizhan.ledger.account.Book;

@DisplayName("W5, W6, W7: districts prepay, are warned, and clear with the city's bureau")
class DistrictMoneyTest {

  private static final String LUCHENG = "330302";
  private static final String LONGWAN = "330303";

  private static AFund specialCare(String day) {
    return AFund.of(WENZHOU, Payer.SPECIAL_CARE, day);
  }

  /** October 2019: both districts have paid so much. */
  private static AFund prepaid(String lucheng, String longwan) {
    return specialCare("2019-10-10")
        .approved(SPECIAL_CARE, LUCHENG, lucheng)
        .approved(SPECIAL_CARE, LONGWAN, longwan)
        .advance(LUCHENG, lucheng)
        .advance(LONGWAN, longwan)
        .isDone();
  }

  @Test
  @DisplayName("W5: each of the four districts prepays; the first is due on 2019-10-30")
  void firstPrepayment() {
    var one = specialCare("2019-10-01");
    assertThat(one.state().prepayments())
        .extracting(Prepayment::region)
        .containsExactly("330302", "330303", "330304", "330371");
    assertThat(one.state().prepayments())
        .allMatch(p -> p.dueOn().equals(LocalDate.parse("2019-10-30")))
        .allMatch(p -> p.state() == State.ASSESSED && p.requested().isZero());
    assertThat(specialCare("2019-09-30").state().prepayments()).isEmpty();
  }

  @Test
  @DisplayName("W5: the arrival of the money funds it, in parts too; nothing else does")
  void arrival() {
    var one = specialCare("2019-10-01").approved(SPECIAL_CARE, LUCHENG, "500.00");
    assertThat(
            one.prepay(SPECIAL_CARE, LUCHENG, FUND, "maker").refusal().errors().getFirst().rule())
        .isEqualTo("is funded by its money's arrival");
    one.forget().advance(LUCHENG, "200.00").isDone();
    assertThat(one.postings(Book.CASH)).containsExactly("1004 <- 2001[county=330302] 200.00");
    assertThat(funded(one)).isEqualTo("APPROVED 200.00");
    assertThat(funded(one.advance(LONGWAN, "300.00"))).isEqualTo("APPROVED 200.00");
    assertThat(funded(one.advance(LUCHENG, "300.01"))).isEqualTo("FUNDED 500.00");
    one.pay(Purpose.IN_CITY, LUCHENG, "1.00").isDone();
    assertThat(funded(one)).isEqualTo("IN_USE 500.00");
  }

  @Test
  @DisplayName("W5: money that comes before the approval counts when it is approved")
  void earlyMoney() {
    var one = specialCare("2019-10-01").advance(LUCHENG, "200.00");
    one.prepay(SPECIAL_CARE, LUCHENG, SUBMIT, "li", "500.00", "first year");
    one.advance(LUCHENG, "300.00").prepay(SPECIAL_CARE, LUCHENG, APPROVE, "wang").isDone();
    assertThat(funded(one)).isEqualTo("FUNDED 500.00");
    assertThat(one.until("2019-11-05").state().warnings()).isEmpty();
  }

  private static String funded(AFund one) {
    var prepayment = one.prepayment(SPECIAL_CARE, LUCHENG);
    return prepayment.state() + " " + prepayment.funded();
  }

  @Test
  @DisplayName("W5: not there on 2019-10-30, warned of on the day after, to the veterans bureau")
  void late() {
    var one = specialCare("2019-10-01").approved(SPECIAL_CARE, LUCHENG, "500.00");
    assertThat(one.until("2019-10-30").state().warnings()).isEmpty();
    one.until("2019-11-02");
    assertThat(one.warnings(Cause.PREPAYMENT_OVERDUE))
        .singleElement()
        .extracting(FundWarning::raisedOn, FundWarning::bureau, FundWarning::parts)
        .containsExactly(
            LocalDate.parse("2019-10-31"), "温州市退役军人事务局", List.of(part(LUCHENG, "500.00")));
  }

  private static FundWarning.Part part(String district, String amount) {
    return new FundWarning.Part(district, Money.of(amount));
  }

  @Test
  @DisplayName("W5: in January from last year's spending, whole, whatever is left")
  void nextYear() {
    var one = prepaid("900.00", "900.00").until("2019-11-08");
    one.pay(
        Purpose.IN_CITY,
        new Part(LUCHENG, Money.of("123.45")),
        new Part(LONGWAN, Money.of("10.00")));
    one.until("2020-01-01");
    var lucheng = one.prepayment(SPECIAL_CARE, LUCHENG);
    assertThat(List.of(lucheng.lastYear(), lucheng.carried(), lucheng.requested()))
        .containsExactly(Money.of("123.45"), Money.of("776.55"), Money.of("123.45"));
    assertThat(one.prepayment(SPECIAL_CARE, LONGWAN).requested()).isEqualTo(Money.of("10.00"));
    assertThat(lucheng.dueOn()).isEqualTo("2020-01-31");
  }

  /** 2,000 prepaid; 600 are spent in November, so two months are 1,200. */
  private static AFund belowTwoMonths() {
    var one = prepaid("1000.00", "1000.00").until("2019-11-08");
    one.pay(
            Purpose.IN_CITY,
            new Part(LUCHENG, Money.of("550.00")),
            new Part(LONGWAN, Money.of("50.00")))
        .isDone();
    assertThat(one.until("2019-12-09").warnings(Cause.RUNWAY)).isEmpty();
    return one.pay(Purpose.IN_CITY, LUCHENG, "200.01").isDone();
  }

  @Test
  @DisplayName("W6: one fen below two months' spending is warned of, with each district's part")
  void warned() {
    var exact = prepaid("1000.00", "800.00").until("2019-11-08");
    exact.pay(Purpose.IN_CITY, LUCHENG, "600.00").isDone().until("2019-12-09");
    assertThat(exact.warnings(Cause.RUNWAY)).as("exactly two months suffice").isEmpty();
    var one = belowTwoMonths();
    var warning = one.warnings(Cause.RUNWAY).getFirst();
    assertThat(warning.balance()).isEqualTo(Money.of("1199.99"));
    assertThat(warning.missing()).isEqualTo(Money.of("0.01"));
    assertThat(warning.meanMonthlySpending()).isEqualTo(Money.of("600.00"));
    assertThat(warning.parts())
        .as("two of 550 less 249.99")
        .containsExactly(part(LUCHENG, "850.01"));
    assertThat(warning.raisedOn()).isEqualTo("2019-12-09");
    assertThat(warning.dueOn()).isEqualTo("2020-01-08");
    assertThat(warning.bureau()).isEqualTo("温州市退役军人事务局");
  }

  @Test
  @DisplayName("W6: reminded on days 15 and 25, escalated after 30, closed by the top-up")
  void reminded() {
    var one = belowTwoMonths().forget().pay(Purpose.IN_CITY, LUCHENG, "600.00").isDone();
    one.until("2020-01-20").advance(LUCHENG, "900.00").isDone().until("2020-01-31");
    assertThat(
            one.said(WarningChanged.class).stream()
                .map(WarningChanged::warning)
                .filter(warning -> warning.cause() == Cause.RUNWAY)
                .map(w -> w.state() + " " + w.remindedOn() + " " + w.closedOn()))
        .containsExactly(
            "OPEN [2019-12-24] null",
            "OPEN [2019-12-24, 2020-01-03] null",
            "ESCALATED [2019-12-24, 2020-01-03] null",
            "CLOSED [2019-12-24, 2020-01-03] 2020-01-20");
    var escalated = belowTwoMonths().pay(Purpose.IN_CITY, LUCHENG, "600.00");
    assertThat(escalated.until("2020-01-08").warnings(Cause.RUNWAY).getFirst().state())
        .as("the thirtieth day is in time")
        .isEqualTo(FundWarning.State.OPEN);
    assertThat(escalated.until("2020-01-09").warnings(Cause.RUNWAY).getFirst().state())
        .isEqualTo(FundWarning.State.ESCALATED);
  }

  @Test
  @DisplayName("W6: the same crossing is one warning; a part of the top-up does not close it")
  void noFlapping() {
    var one = prepaid("1000.00", "1000.00").until("2019-11-08");
    one.pay(Purpose.IN_CITY, LUCHENG, "600.00").until("2019-12-09");
    one.pay(Purpose.IN_CITY, LUCHENG, "210.00").forget();
    one.pay(Purpose.IN_CITY, LUCHENG, "1.00").advance(LUCHENG, "5.00");
    one.pay(Purpose.IN_CITY, LUCHENG, "2.00").advance(LONGWAN, "3.00");
    assertThat(one.said(WarningChanged.class)).isEmpty();
    assertThat(one.advance(LUCHENG, "5.00").warnings(Cause.RUNWAY))
        .singleElement()
        .extracting(FundWarning::state)
        .isEqualTo(FundWarning.State.CLOSED);
    one.pay(Purpose.IN_CITY, LUCHENG, "0.01").isDone();
    assertThat(one.warnings(Cause.RUNWAY)).extracting(FundWarning::warningId).hasSize(2);
    assertThat(one.warnings(Cause.RUNWAY).stream().map(FundWarning::warningId).distinct())
        .hasSize(2);
  }

  @Test
  @DisplayName("W6: a month counts from the first that spent, at most twelve; the mean rounds up")
  void mean() {
    var one =
        prepaid("1000.00", "1000.00").until("2019-11-08").pay(Purpose.IN_CITY, LUCHENG, "7.00");
    one.until("2020-02-01").forget().until("2020-03-01");
    assertThat(one.said(RunwayForecast.class))
        .singleElement()
        .extracting(RunwayForecast::month, RunwayForecast::meanMonthlySpending)
        .as("7.00 in four months")
        .hasToString("[2020-02, 1.75]");
    one.forget().until("2020-11-01");
    assertThat(one.said(RunwayForecast.class).getLast().meanMonthlySpending())
        .as("7.00 in twelve months, rounded up")
        .isEqualTo(Money.of("0.59"));
    one.forget().until("2020-12-01");
    assertThat(one.said(RunwayForecast.class).getLast().meanMonthlySpending())
        .as("November 2019 no longer counts")
        .isNull();
  }

  @Test
  @DisplayName("W6: the forecast names the day on which the money is used up")
  void forecast() {
    var one = prepaid("1500.00", "0.01").until("2019-11-08");
    one.pay(Purpose.IN_CITY, LUCHENG, "600.00").forget().until("2019-12-01");
    assertThat(one.said(RunwayForecast.class).getFirst().exhaustedOn())
        .as("900.01 at 600 a month: December, and half of January's 31 days")
        .isEqualTo("2020-01-16");
  }

  @Test
  @DisplayName("W7: a district's month: what it brought, what was spent, what is left or owed")
  void statement() {
    var one = prepaid("100.00", "200.00").until("2019-11-08");
    one.pay(
            Purpose.IN_CITY,
            new Part(LUCHENG, Money.of("130.00")),
            new Part(LONGWAN, Money.of("20.00")),
            new Part("330305", Money.of("5.00")))
        .isDone()
        .refund(LONGWAN, "1.00")
        .advance(LUCHENG, "10.00")
        .forget()
        .until("2019-12-01");
    assertThat(one.said(DistrictsStated.class).getFirst().districts())
        .containsExactly(
            stated(LUCHENG, "10.00", "130.00", "0.00", "20.00"),
            stated(LONGWAN, "0.00", "19.00", "181.00", "0.00"),
            stated("330304", "0.00", "0.00", "0.00", "0.00"),
            stated("330371", "0.00", "0.00", "0.00", "0.00"),
            // prepays nothing, but its patients were paid for
            stated("330305", "0.00", "5.00", "0.00", "5.00"));
    assertThat(one.fen("1004")).as("left less owed").isEqualTo(181_00 - 20_00 - 5_00);
    one.forget().until("2020-01-01");
    assertThat(one.said(DistrictsStated.class).getFirst().districts().getFirst())
        .as("December")
        .isEqualTo(stated(LUCHENG, "0.00", "0.00", "0.00", "20.00"));
  }

  private static DistrictStatement stated(
      String district, String received, String spent, String left, String owed) {
    return new DistrictStatement(
        district, Money.of(received), Money.of(spent), Money.of(left), Money.of(owed));
  }

  @Test
  @DisplayName("W5: only a district of the city pays in advance")
  void unknownDistrict() {
    var one = specialCare("2019-10-01");
    assertThat(one.advance("441602", "1.00").refusal().code()).isEqualTo("not-of-this-fund");
    assertThat(one.advance(null, "1.00").refusal().errors().getFirst().field())
        .isEqualTo("district");
  }
}
