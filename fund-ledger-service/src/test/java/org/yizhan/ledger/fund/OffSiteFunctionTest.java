package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.contracts.fund.FundCommand.FunctionStep.APPLY;
import static org.yizhan.contracts.fund.FundCommand.FunctionStep.CLOSE;
import static org.yizhan.contracts.fund.FundCommand.FunctionStep.CONFIRM_RECEIPT;
import static org.yizhan.contracts.fund.FundCommand.FunctionStep.OPEN;
import static org.yizhan.contracts.fund.PrepaymentKind.IN_CITY;
import static org.yizhan.contracts.fund.PrepaymentKind.OFF_SITE_CROSS_PROVINCE;
import static org.yizhan.contracts.fund.PrepaymentKind.OFF_SITE_IN_PROVINCE;
import static org.yizhan.ledger.fund.AFund.HEYUAN;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.fund.OffSiteFunction.State;

@DisplayName("H19: the off-site function is opened once the province has the money")
class OffSiteFunctionTest {

  private static AFund assistance() {
    return AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-02-01").income(Source.BUDGET, "1000.00");
  }

  private static AFund open() {
    return assistance()
        .granted(OFF_SITE_IN_PROVINCE, "300.00")
        .granted(OFF_SITE_CROSS_PROVINCE, "100.00")
        .function(CONFIRM_RECEIPT)
        .function(APPLY)
        .function(OPEN)
        .isDone();
  }

  @Test
  @DisplayName("H19: both parts, receipt, application, open: nothing out of its turn")
  void inOrder() {
    var one = assistance().forget();
    assertThat(one.function(CONFIRM_RECEIPT).refusal().code()).isEqualTo("wrong-state");
    assertThat(one.function(APPLY).refusal().code()).isEqualTo("wrong-state");
    assertThat(one.function(OPEN).refusal().code()).isEqualTo("wrong-state");
    assertThat(one.function(CLOSE).refusal().code()).isEqualTo("wrong-state");
    one.granted(OFF_SITE_IN_PROVINCE, "300.00");
    assertThat(state(one)).as("one part is not enough").isEqualTo(State.CLOSED);
    assertThat(one.function(CONFIRM_RECEIPT).refusal().code()).isEqualTo("wrong-state");
    one.granted(OFF_SITE_CROSS_PROVINCE, "100.00");
    assertThat(state(one)).isEqualTo(State.PAID_UP);
    assertThat(one.postings(Book.CASH))
        .containsExactly(
            "1101[purpose=off-site-in-province] <- 1003 300.00",
            "1101[purpose=off-site-cross-province] <- 1003 100.00");
    assertThat(one.function(APPLY).refusal().code()).isEqualTo("wrong-state");
    assertThat(one.function(CONFIRM_RECEIPT, 2018).refusal().code())
        .as("another year's receipt")
        .isEqualTo("wrong-state");
    one.function(CONFIRM_RECEIPT).isDone();
    assertThat(one.function(OPEN).refusal().code()).isEqualTo("wrong-state");
    assertThat(one.function(CONFIRM_RECEIPT).refusal().code()).as("once").isEqualTo("wrong-state");
    assertThat(said(one)).isEmpty();
    one.function(APPLY).isDone().function(OPEN).isDone();
    assertThat(said(one)).containsExactly("OPEN");
  }

  @Test
  @DisplayName("H19: closed, applied for again, open again, without another prepayment")
  void closedAndOpenedAgain() {
    var one = open().forget().until("2019-06-01").function(CLOSE).isDone();
    assertThat(one.function(OPEN).refusal().code()).isEqualTo("wrong-state");
    one.function(APPLY).isDone().function(OPEN).isDone();
    assertThat(said(one)).containsExactly("CLOSED", "OPEN");
  }

  @Test
  @DisplayName("H19: the in-city prepayment has no say in it")
  void inCityMovesNothing() {
    var one = open().function(CLOSE).isDone().granted(IN_CITY, "50.00");
    assertThat(state(one)).isEqualTo(State.CLOSED);
    one.function(APPLY).isDone().function(OPEN).isDone();
  }

  @Test
  @DisplayName("H19: an open function stays open into the next year; its receipt is confirmed anew")
  void nextYear() {
    var one = open().until("2020-02-03").income(Source.BUDGET, "10.00");
    assertThat(state(one)).isEqualTo(State.OPEN);
    one.granted(OFF_SITE_IN_PROVINCE, "5.00").granted(OFF_SITE_CROSS_PROVINCE, "5.00");
    assertThat(state(one)).isEqualTo(State.OPEN);
    one.function(CONFIRM_RECEIPT).isDone();
    assertThat(one.state().function().confirmed()).isEqualTo(2020);
    assertThat(state(one)).isEqualTo(State.OPEN);
  }

  @Test
  @DisplayName("H19: assessed in February, each part from its own cost and what the province holds")
  void assessed() {
    var one = open().pay(Purpose.OFF_SITE_IN_PROVINCE, "441602", "240.00").isDone();
    assertThat(one.fen("1101[purpose=off-site-in-province]")).isEqualTo(60_00);
    one.pay(Purpose.OFF_SITE_IN_PROVINCE, "441602", "100.00").isDone();
    assertThat(one.postings(Book.CASH).getLast())
        .as("the province's money first, then 1003")
        .isEqualTo(
            "5001[county=441602,hospital=H44160200001,purpose=off-site-in-province] <- 1003 40.00");
    one.until("2020-01-31");
    assertThat(one.state().prepayments()).noneMatch(p -> p.year() == 2020 && p.kind() != IN_CITY);
    one.until("2020-02-01");
    var in = one.prepayment(OFF_SITE_IN_PROVINCE, null);
    assertThat(List.of(in.lastYear(), in.carried(), in.requested()))
        .containsExactly(Money.of("340.00"), Money.ZERO, Money.of("85.00"));
    var cross = one.prepayment(OFF_SITE_CROSS_PROVINCE, null);
    assertThat(List.of(cross.lastYear(), cross.carried(), cross.requested()))
        .containsExactly(Money.ZERO, Money.of("100.00"), Money.ZERO);
    assertThat(in.dueOn()).isEqualTo("2020-02-29");
  }

  @Test
  @DisplayName("H19: only the assistance fund has it")
  void ofAssistanceOnly() {
    var basic = AFund.of(HEYUAN, Payer.BASIC, "2019-02-01");
    assertThat(basic.function(APPLY).refusal().code()).isEqualTo("not-of-this-fund");
  }

  private static State state(AFund one) {
    return one.state().function().state();
  }

  private static List<String> said(AFund one) {
    return one.facts().stream()
        .filter(Fact.FunctionChanged.class::isInstance)
        .map(fact -> ((Fact.FunctionChanged) fact).event())
        .map(OffSiteFunctionChanged::state)
        .toList();
  }
}
