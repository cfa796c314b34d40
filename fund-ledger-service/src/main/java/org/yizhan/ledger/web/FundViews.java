package org.yizhan.ledger.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.ledger.account.Account.Side;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.fund.OffSiteFunction;
import org.yizhan.ledger.fund.Outlook.Prepaid;
import org.yizhan.ledger.fund.Outlook.Rate;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.law.ImprestRule;

/**
 * Funds on the wire. Balances are texts and not amounts: they stand on the account's own side and
 * may be below zero.
 */
@Component
final class FundViews {

  /** Where a fund's money is, and whose it still is. */
  private static final Set<String> HELD = Set.of("1003", "1004", "1101", "2001");

  private final ChartOfAccounts chart;
  private final FundLaw law;

  FundViews(ChartOfAccounts chart, FundLaw law) {
    this.chart = chart;
    this.law = law;
  }

  record FundsView(List<FundRow> funds) {}

  /**
   * @param balances by account code
   * @param today the last day that began for the fund
   */
  record FundRow(
      String city,
      String cityName,
      Payer fund,
      Map<String, String> balances,
      @Nullable LocalDate today) {}

  /** The whole state of a fund. */
  record FundView(
      String city,
      String cityName,
      Payer fund,
      @Nullable LocalDate today,
      List<AccountRow> accounts,
      List<PrepaidRow> prepaid,
      List<PrepaymentRow> prepayments,
      List<DemandRow> demands,
      List<FundWarning> warnings,
      OffSiteFunction offSiteFunction,
      List<HeldRow> held) {}

  record AccountRow(
      String code, String name, String english, Map<String, String> subAccounts, String balance) {}

  /**
   * @param meanMonthlySpending null while nothing was spent, and with it what follows
   * @param monthsLeft one decimal, rounded down
   */
  record PrepaidRow(
      PrepaymentKind kind,
      String balance,
      @Nullable Money meanMonthlySpending,
      @Nullable BigDecimal monthsLeft,
      @Nullable LocalDate exhaustedOn) {}

  /**
   * @param open what is still to arrive
   */
  record PrepaymentRow(@JsonUnwrapped Prepayment prepayment, Money open) {}

  record DemandRow(@JsonUnwrapped ImprestDemand demand, Money open) {}

  /** A manual payment that waits for money (H10). */
  record HeldRow(UUID commandId, UUID caseId, UUID settlementId, String county, Money amount) {}

  record PrepaymentsView(String city, Payer fund, List<PrepaymentRow> prepayments) {}

  record WarningsView(List<FundWarning> warnings) {}

  record RunwayView(String city, Payer fund, @Nullable LocalDate today, List<PrepaidRow> prepaid) {}

  /**
   * @param full what the insurer keeps deposited, and held what is there (H20)
   */
  record ImprestView(
      String city,
      Payer fund,
      String insurer,
      Money full,
      String held,
      Money open,
      List<DemandRow> demands) {}

  FundRow row(FundState state) {
    var balances = new LinkedHashMap<String, String>();
    HELD.stream().sorted().forEach(code -> balances.put(code, yuan(balanceOf(state, code))));
    return new FundRow(
        state.city(), law.regionName(state.city()), state.fund(), balances, state.today());
  }

  FundView whole(FundState state, List<Prepaid> prepaid) {
    return new FundView(
        state.city(),
        law.regionName(state.city()),
        state.fund(),
        state.today(),
        accounts(state),
        prepaid.stream().map(FundViews::row).toList(),
        prepayments(state.prepayments()),
        demands(state),
        state.warnings(),
        state.function(),
        state.held().stream().map(FundViews::row).toList());
  }

  private List<AccountRow> accounts(FundState state) {
    var rows = new ArrayList<AccountRow>();
    state
        .accounts()
        .forEach(
            (text, debitFen) -> {
              var ref = AccountRef.parse(text);
              var account = chart.get(ref.code());
              var names = new LinkedHashMap<String, String>();
              ref.subAccounts().forEach((name, value) -> names.put(name.wireName(), value));
              var balance = account.side() == Side.DEBIT ? debitFen : -debitFen;
              rows.add(
                  new AccountRow(
                      ref.code(), account.name(), account.english(), names, yuan(balance)));
            });
    return rows;
  }

  static RunwayView runway(FundState state, List<Prepaid> prepaid) {
    return new RunwayView(
        state.city(), state.fund(), state.today(), prepaid.stream().map(FundViews::row).toList());
  }

  private static PrepaidRow row(Prepaid one) {
    return new PrepaidRow(
        one.kind(),
        yuan(one.balanceFen()),
        one.rate().map(Rate::meanMonthlySpending).orElse(null),
        one.rate().map(Rate::monthsLeft).orElse(null),
        one.rate().map(Rate::exhaustedOn).orElse(null));
  }

  static List<PrepaymentRow> prepayments(List<Prepayment> prepayments) {
    return prepayments.stream().map(one -> new PrepaymentRow(one, one.open())).toList();
  }

  static ImprestView imprest(FundState state, ImprestRule rule) {
    long held = fenOf(state, "1004");
    return new ImprestView(
        state.city(),
        state.fund(),
        rule.insurer(),
        rule.full(),
        yuan(held),
        rule.full().above(Money.ofFen(Math.max(0, held))),
        demands(state));
  }

  private static List<DemandRow> demands(FundState state) {
    return state.demands().stream().map(one -> new DemandRow(one, one.open())).toList();
  }

  private static HeldRow row(PayManually one) {
    return new HeldRow(
        one.asked().commandId(), one.caseId(), one.settlementId(), one.county(), one.amount());
  }

  private long balanceOf(FundState state, String code) {
    long debit = fenOf(state, code);
    return chart.get(code).side() == Side.DEBIT ? debit : -debit;
  }

  /** Debit positive, of an account with all its sub-accounts. */
  private static long fenOf(FundState state, String code) {
    return state.accounts().entrySet().stream()
        .filter(one -> AccountRef.parse(one.getKey()).code().equals(code))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
