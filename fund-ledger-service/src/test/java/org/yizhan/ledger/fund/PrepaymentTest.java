package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.contracts.fund.FundCommand.PrepaymentStep.APPROVE;
import static org.yizhan.contracts.fund.FundCommand.PrepaymentStep.FUND;
import static org.yizhan.contracts.fund.FundCommand.PrepaymentStep.RETURN;
import static org.yizhan.contracts.fund.FundCommand.PrepaymentStep.SUBMIT;
import static org.yizhan.contracts.fund.PrepaymentKind.IN_CITY;
import static org.yizhan.ledger.fund.AFund.HEYUAN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.LedgerEvent.PrepaymentChanged;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.contracts.ledger.Prepayment.State;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.law.FundLaw;

@DisplayName("H18: a quarter of last year's cost is prepaid, less what is left")
class PrepaymentTest {

  /** A year in which so much was spent out of so much. */
  private static AFund afterAYear(String moved, String spent) {
    return AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-06-03")
        .income(Source.BUDGET, "1000000.00")
        .transfer(moved)
        .pay(Purpose.IN_CITY, "441602", spent)
        .isDone()
        .until("2020-01-01");
  }

  @DisplayName("H18: assessed on the first day of January")
  @ParameterizedTest(name = "spent {1} of {0}: {2} is left, {3} is asked for")
  @CsvSource({
    "1000.00, 1000.00, 0.00,   250.00",
    "1100.00, 1000.00, 100.00, 150.00",
    "1250.00, 1000.00, 250.00, 0.00",
    "1300.00, 1000.00, 300.00, 0.00",
    // half a fen is rounded up, less than half down
    "1000.02, 1000.02, 0.00,   250.01",
    "1000.01, 1000.01, 0.00,   250.00",
  })
  void assessed(String moved, String spent, String left, String requested) {
    var one = afterAYear(moved, spent).prepayment(IN_CITY, null);
    assertThat(one.state()).isEqualTo(State.ASSESSED);
    assertThat(one.lastYear()).isEqualTo(Money.of(spent));
    assertThat(one.share().basisPoints()).isEqualTo(2_500);
    assertThat(one.carried()).isEqualTo(Money.of(left));
    assertThat(one.requested()).isEqualTo(Money.of(requested));
    assertThat(one.assessedOn()).isEqualTo("2020-01-01");
    assertThat(one.dueOn()).isEqualTo("2020-01-31");
  }

  @Test
  @DisplayName("H18: until when it has to be funded is a parameter, counted in whole months")
  void dueByTheParameters(@TempDir Path overlay) throws IOException {
    var file = "441600/funds.yaml";
    var shipped = String.valueOf(AFund.LAW.parameters().files().get(file));
    Files.createDirectories(overlay.resolve(HEYUAN));
    Files.writeString(
        overlay.resolve(file),
        Pattern.compile("(?s)(due-within-months.*?value: )1")
            .matcher(shipped)
            .replaceAll(found -> found.group(1) + 2));
    var law = FundLaw.load(FundLaw.SHIPPED, Optional.of(overlay));
    var one = AFund.of(HEYUAN, Payer.ASSISTANCE, "2020-01-01", law).prepayment(IN_CITY, null);
    assertThat(one.dueOn()).isEqualTo("2020-02-29");
  }

  @Test
  @DisplayName("H18: refunds and manual payments are no cost of one-stop; off-site has parts apart")
  void whatCounts() {
    var one =
        AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-06-03")
            .income(Source.BUDGET, "5000.00")
            .transfer("1000.00")
            .pay(Purpose.OFF_SITE_IN_PROVINCE, "441602", "700.00")
            .pay(Purpose.IN_CITY, "441602", "1000.00")
            .payManually("500.00")
            .refund("441602", "200.00")
            .until("2020-02-01");
    assertThat(one.prepayment(IN_CITY, null).lastYear()).isEqualTo(Money.of("800.00"));
  }

  @Test
  @DisplayName("H18: submitted, approved by somebody else, funded, in use, closed with carry-over")
  void wholeLife() {
    var one = afterAYear("1000.00", "1000.00").forget();
    one.prepay(IN_CITY, null, SUBMIT, "li").isDone();
    one.prepay(IN_CITY, null, APPROVE, "wang").isDone();
    one.until("2020-01-06").prepay(IN_CITY, null, FUND, "li").isDone();
    assertThat(one.postings(Book.CASH)).containsExactly("1004[purpose=prepayment] <- 1003 250.00");
    one.pay(Purpose.IN_CITY, "441602", "40.00").isDone();
    assertThat(one.prepayment(IN_CITY, null).state()).isEqualTo(State.IN_USE);
    one.until("2021-01-01");
    assertThat(one.said(PrepaymentChanged.class))
        .extracting(PrepaymentChanged::prepayment)
        .filteredOn(changed -> changed.kind() == IN_CITY)
        .extracting(changed -> changed.year() + " " + changed.state())
        .containsExactly(
            "2020 SUBMITTED",
            "2020 APPROVED",
            "2020 FUNDED",
            "2020 IN_USE",
            "2020 CLOSED",
            "2021 ASSESSED");
    var closed = ofYear(one, 2020);
    assertThat(closed.carriedOver()).isEqualTo(Money.of("210.00"));
    assertThat(closed.maker() + closed.checker()).isEqualTo("liwang");
    assertThat(ofYear(one, 2021).carried()).isEqualTo(Money.of("210.00"));
    assertThat(ofYear(one, 2021).requested()).as("a quarter of 40 less 210").isEqualTo(Money.ZERO);
  }

  private static Prepayment ofYear(AFund one, int year) {
    return one.state().prepayments().stream()
        .filter(prepayment -> prepayment.kind() == IN_CITY && prepayment.year() == year)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("H18: nobody decides about what he submitted; who returns says why")
  void makerAndChecker() {
    var one = afterAYear("1000.00", "1000.00");
    assertThat(one.prepay(IN_CITY, null, APPROVE, "wang").refusal().code())
        .isEqualTo("wrong-state");
    one.prepay(IN_CITY, null, SUBMIT, "li").isDone();
    assertThat(one.prepay(IN_CITY, null, APPROVE, "li").refusal().code()).isEqualTo("same-person");
    assertThat(one.prepay(IN_CITY, null, RETURN, "li", null, "no").refusal().code())
        .isEqualTo("same-person");
    assertThat(one.prepay(IN_CITY, null, RETURN, "wang").refusal().code())
        .isEqualTo("reason-missing");
    one.prepay(IN_CITY, null, RETURN, "wang", null, "count again").isDone();
    assertThat(one.prepayment(IN_CITY, null).state()).isEqualTo(State.RETURNED);
    assertThat(one.prepayment(IN_CITY, null).reason()).isEqualTo("count again");
    assertThat(one.prepay(IN_CITY, null, FUND, "li").refusal().code()).isEqualTo("wrong-state");
    one.prepay(IN_CITY, null, SUBMIT, "li")
        .isDone()
        .prepay(IN_CITY, null, APPROVE, "wang")
        .isDone();
    assertThat(one.prepay(IN_CITY, null, SUBMIT, "li").refusal().code()).isEqualTo("wrong-state");
  }

  @Test
  @DisplayName("H18: another amount than the assessed one needs a reason")
  void anotherAmount() {
    var one = afterAYear("1000.00", "1000.00");
    assertThat(one.prepay(IN_CITY, null, SUBMIT, "li", "300.00", null).refusal().code())
        .isEqualTo("reason-missing");
    one.prepay(IN_CITY, null, SUBMIT, "li", "300.00", "prices rise").isDone();
    assertThat(one.prepayment(IN_CITY, null).requested()).isEqualTo(Money.of("300.00"));
    assertThat(one.prepayment(IN_CITY, null).reason()).isEqualTo("prices rise");
  }

  @Test
  @DisplayName("H18: with nothing to ask for, the approval is all")
  void nothingToAskFor() {
    var one = afterAYear("1300.00", "1000.00").forget();
    one.prepay(IN_CITY, null, SUBMIT, "li").prepay(IN_CITY, null, APPROVE, "wang").isDone();
    assertThat(one.prepayment(IN_CITY, null).state()).isEqualTo(State.FUNDED);
    assertThat(one.postings(Book.CASH)).isEmpty();
  }

  @Test
  @DisplayName("H17, H18: what the fiscal account does not cover is not funded")
  void notCovered() {
    var one = AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-01-02").income(Source.BUDGET, "99.99");
    one.approved(IN_CITY, null, "100.00").prepay(IN_CITY, null, FUND, "maker");
    assertThat(one.refusal().detail()).isEqualTo("Account 1003 lacks 0.01 of 100.00.");
    assertThat(one.prepayment(IN_CITY, null).state()).isEqualTo(State.APPROVED);
  }

  @Test
  @DisplayName("H18: what is not funded in January is warned of once, until it is")
  void overdue() {
    var one = AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-01-02").income(Source.BUDGET, "100.00");
    one.approved(IN_CITY, null, "100.00").until("2019-01-31");
    assertThat(one.state().warnings()).isEmpty();
    one.until("2019-03-10");
    var late = one.warnings(FundWarning.Cause.PREPAYMENT_OVERDUE);
    assertThat(late).hasSize(1);
    assertThat(late.getFirst().raisedOn()).isEqualTo("2019-02-01");
    assertThat(late.getFirst().dueOn()).isEqualTo("2019-01-31");
    assertThat(late.getFirst().state()).isEqualTo(FundWarning.State.ESCALATED);
    assertThat(late.getFirst().missing()).isEqualTo(Money.of("100.00"));
    one.prepay(IN_CITY, null, FUND, "maker").isDone().until("2019-04-01");
    assertThat(one.warnings(FundWarning.Cause.PREPAYMENT_OVERDUE))
        .singleElement()
        .extracting(FundWarning::state, FundWarning::closedOn)
        .containsExactly(FundWarning.State.CLOSED, LocalDate.parse("2019-03-10"));
  }

  @Test
  @DisplayName("H18: a prepayment of another year or kind is unknown")
  void unknown() {
    var one = AFund.of(HEYUAN, Payer.BASIC, "2019-03-01");
    assertThat(one.prepay(IN_CITY, null, SUBMIT, "li").refusal().code())
        .isEqualTo("unknown-prepayment");
    var assistance = AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-03-01");
    assertThat(assistance.prepay(IN_CITY, null, FUND, "li").refusal().status()).isEqualTo(404);
    assertThat(assistance.prepay(IN_CITY, "441602", SUBMIT, "li").refusal().status())
        .isEqualTo(404);
  }
}
