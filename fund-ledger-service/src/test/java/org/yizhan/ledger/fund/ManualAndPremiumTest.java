package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.ledger.fund.AFund.HEYUAN;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.LedgerEvent.PaymentRefused;
import org.yizhan.contracts.ledger.LedgerEvent.PremiumPaid;
import org.yizhan.ledger.account.Book;

@DisplayName("What is paid straight from the fiscal special account")
class ManualAndPremiumTest {

  private static AFund assistance() {
    return AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-03-05");
  }

  @Test
  @DisplayName("H10: straight from 1003, though the expenditure account has money")
  void straight() {
    var one =
        assistance()
            .income(Source.BUDGET, "100.00")
            .transfer("50.00")
            .forget()
            .payManually("20.00");
    assertThat(one.postings(Book.CASH))
        .containsExactly("5001[county=441602,purpose=manual] <- 1003 20.00");
    assertThat(one.postings(Book.MEMO)).isEmpty();
    assertThat(one.entries().getFirst().reason()).isEqualTo("manual-reimbursement");
  }

  @Test
  @DisplayName("H10: held while it is not covered, and paid in order when money comes")
  void held() {
    var one = assistance().income(Source.BUDGET, "10.00").payManually("30.00").payManually("5.00");
    assertThat(one.isDone().postings(Book.CASH)).containsExactly("1003 <- 4101 10.00");
    assertThat(held(one)).as("nobody overtakes").containsExactly("30.00", "5.00");
    assertThat(one.said(PaymentRefused.class))
        .as("what has to come in before each of them is paid")
        .extracting(refused -> refused.missing().toString())
        .containsExactly("20.00", "25.00");
    one.until("2019-03-20").forget().income(Source.LOTTERY, "20.00");
    assertThat(one.postings(Book.CASH))
        .containsExactly("1003 <- 4601 20.00", "5001[county=441602,purpose=manual] <- 1003 30.00");
    assertThat(one.entries()).allMatch(e -> e.bookedOn().equals(LocalDate.parse("2019-03-20")));
    assertThat(held(one)).containsExactly("5.00");
    assertThat(held(one.income(Source.DONATION, "5.00"))).isEmpty();
    assertThat(one.fen("1003")).isZero();
  }

  @Test
  @DisplayName("H10: a refund into the fiscal account pays what is held, too")
  void heldUntilARefund() {
    var one =
        assistance()
            .income(Source.BUDGET, "10.00")
            .pay(Purpose.OFF_SITE_CROSS_PROVINCE, "441602", "10.00")
            .isDone()
            .payManually("4.00")
            .forget()
            .refund("441602", "6.00")
            .isDone();
    assertThat(held(one)).isEmpty();
    assertThat(one.entries())
        .extracting(entry -> entry.reason() + " " + entry.book())
        .containsExactly(
            "refund-received MEMO", "refund-received CASH", "manual-reimbursement CASH");
    assertThat(one.fen("1003")).isEqualTo(2_00);
  }

  @Test
  @DisplayName("H10: prepaid money is for one-stop settlement only")
  void neverFromThePrepayment() {
    var one =
        assistance()
            .income(Source.BUDGET, "10.00")
            .granted(PrepaymentKind.IN_CITY, "10.00")
            .payManually("1.00");
    assertThat(held(one)).containsExactly("1.00");
    assertThat(one.fen("1004[purpose=prepayment]")).isEqualTo(10_00);
  }

  private static List<String> held(AFund one) {
    return one.state().held().stream().map(PayManually::amount).map(Money::toString).toList();
  }

  private static PayPremium premium(String knownOn) {
    return new PayPremium(
        new UUID(15, 1),
        "P0123456789ABCDEF",
        HEYUAN,
        "441602",
        2019,
        Money.of("220.00"),
        "DIBAO",
        "CIVIL_AFFAIRS",
        LocalDate.parse(knownOn),
        LocalDate.parse("2019-03-31"));
  }

  @Test
  @DisplayName("H15: spent by ASSISTANCE, and income of BASIC through a command of its own")
  void premium() {
    var one = assistance().income(Source.BUDGET, "220.00").forget();
    one.decide(premium("2019-03-05"));
    assertThat(one.isDone().postings(Book.CASH))
        .containsExactly("5201[county=441602] <- 1003 220.00");
    assertThat(one.said(PremiumPaid.class))
        .singleElement()
        .extracting(PremiumPaid::paidOn, PremiumPaid::dueOn)
        .containsExactly(LocalDate.parse("2019-03-05"), LocalDate.parse("2019-03-31"));
    var basic = AFund.of(HEYUAN, Payer.BASIC, "2019-03-05");
    basic.decide(asked(one));
    assertThat(basic.isDone().postings(Book.CASH))
        .containsExactly("1003 <- 4001[purpose=assistance] 220.00");
    assertThat(basic.entries().getFirst().bookedOn()).isEqualTo("2019-03-05");
  }

  private static ReceiveIncome asked(AFund one) {
    return one.facts().stream()
        .filter(Fact.Asks.class::isInstance)
        .map(fact -> (ReceiveIncome) ((Fact.Asks) fact).command())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("H15: refused while it is not covered, nothing in BASIC; asked again, paid later")
  void premiumLater() {
    var one = assistance().income(Source.BUDGET, "219.99");
    one.decide(premium("2019-03-05"));
    assertThat(one.refusal().errors().getFirst().rule()).isEqualTo("must be covered; missing 0.01");
    assertThat(one.facts()).noneMatch(Fact.Asks.class::isInstance);
    one.until("2019-05-02").income(Source.BUDGET, "0.01").forget();
    one.decide(premium("2019-03-05"));
    assertThat(one.isDone().fen("1003")).isZero();
    assertThat(one.entries().getFirst().bookedOn())
        .as("the closed month stays closed")
        .isEqualTo("2019-05-02");
    var received = asked(one).asked().receivedAt().toLocalDate();
    assertThat(received).as("income on the day of the spending").isEqualTo("2019-05-02");
  }
}
