package org.yizhan.ledger.report;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.ledger.account.Account;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.account.Dimension;
import org.yizhan.ledger.balance.Balances;
import org.yizhan.ledger.balance.PairTotal;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.report.Report.Span;

/** Makes the sheets of one fund of one city, out of the totals of its cash book. */
public final class FundReports {

  /** Before the first booking of all. */
  private static final YearMonth BEGINNING = YearMonth.of(1949, 10);

  /** Where a year's income and spending is closed to. */
  private static final String FUND_BALANCE = "3001";

  private final Balances balances;
  private final Funds funds;
  private final FundLaw law;
  private final AccountSheets sheets;

  public FundReports(Balances balances, Funds funds, ChartOfAccounts chart, FundLaw law) {
    this.balances = balances;
    this.funds = funds;
    this.law = law;
    this.sheets = new AccountSheets(chart);
  }

  /**
   * @param account of the ledger only; null for all accounts
   * @throws BrokenInvariant when the two sides of the balance sheet differ
   */
  public Report of(ReportKind kind, Span span, @Nullable Account account) {
    var cityName = law.regionName(span.city());
    return switch (kind) {
      case BALANCE_SHEET ->
          sheets.balanceSheet(
              span,
              cityName,
              AccountLine.of(
                  pairs(span, BEGINNING, span.from().minusMonths(1)),
                  pairs(span, span.from(), span.to()),
                  FundReports::codeOf));
      case INCOME_AND_EXPENDITURE -> incomeAndExpenditure(span, cityName);
      case LEDGER ->
          sheets.ledger(
              span,
              cityName,
              AccountLine.of(
                  pairs(span, BEGINNING, span.from().minusMonths(1)),
                  pairs(span, span.from(), span.to()),
                  FundReports::withoutCity),
              account);
      case PREPAYMENT_REGISTER -> PrepaymentRegister.of(span, cityName, stateOf(span));
    };
  }

  /**
   * Opening is what was booked since the first January of the span. What the year's end moved to
   * the fund balance is left out, so that a closed year still shows what came in.
   */
  private Report incomeAndExpenditure(Span span, String cityName) {
    var january = span.from().withMonth(1);
    return sheets.incomeAndExpenditure(
        span,
        cityName,
        AccountLine.of(
            withoutClosing(pairs(span, january, span.from().minusMonths(1))),
            withoutClosing(pairs(span, span.from(), span.to())),
            FundReports::codeOf));
  }

  private List<PairTotal> pairs(Span span, YearMonth from, YearMonth to) {
    return balances.pairs(span.fund(), Book.CASH, from, to).stream()
        .filter(pair -> isOf(span.city(), pair.debit()) && isOf(span.city(), pair.credit()))
        .toList();
  }

  private static boolean isOf(String city, AccountRef account) {
    return city.equals(account.subAccounts().get(Dimension.CITY));
  }

  private static List<PairTotal> withoutClosing(List<PairTotal> pairs) {
    return pairs.stream()
        .filter(pair -> !pair.debit().code().equals(FUND_BALANCE))
        .filter(pair -> !pair.credit().code().equals(FUND_BALANCE))
        .toList();
  }

  private static AccountRef codeOf(AccountRef account) {
    return AccountRef.of(account.code());
  }

  private static AccountRef withoutCity(AccountRef account) {
    var names = new TreeMap<>(account.subAccounts());
    names.remove(Dimension.CITY);
    return new AccountRef(account.code(), names);
  }

  private FundState stateOf(Span span) {
    return funds
        .find(FundCommand.keyOf(span.city(), span.fund()))
        .orElseGet(() -> FundState.empty(span.city(), span.fund()));
  }
}
