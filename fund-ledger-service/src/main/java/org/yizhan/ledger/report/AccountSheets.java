package org.yizhan.ledger.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.ledger.account.Account;
import org.yizhan.ledger.account.Account.Side;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.report.Report.Cell;
import org.yizhan.ledger.report.Report.Column;
import org.yizhan.ledger.report.Report.Row;
import org.yizhan.ledger.report.Report.Span;

/** Sheets whose rows are accounts; balances are positive on an account's own side. */
final class AccountSheets {

  private static final List<Column> AMOUNTS =
      List.of(
          new Column("opening", "期初余额", "Opening balance"),
          new Column("debit", "借方发生额", "Debit"),
          new Column("credit", "贷方发生额", "Credit"),
          new Column("closing", "期末余额", "Closing balance"));

  private static final List<Column> CUMULATED =
      List.of(
          new Column("opening", "本年前期累计", "Earlier this year"),
          new Column("debit", "借方发生额", "Debit"),
          new Column("credit", "贷方发生额", "Credit"),
          new Column("closing", "本年累计", "This year"));

  private static final List<Column> ACCOUNT =
      List.of(
          new Column("code", "科目编码", "Code"),
          new Column("name", "科目名称", "Account"),
          new Column("english", "英文名称", "English name"));

  private final ChartOfAccounts chart;

  AccountSheets(ChartOfAccounts chart) {
    this.chart = chart;
  }

  /** What income and spending of a year that is not closed leave stands beside the fund balance. */
  Report balanceSheet(Span span, String cityName, List<AccountLine> lines) {
    var result = AccountLine.sum("", of(lines, "45"));
    var assets = AccountLine.sum("", of(lines, "1"));
    var other = AccountLine.sum("", of(lines, "2345"));
    if (assets.closingFen() + other.closingFen() != 0) {
      throw new BrokenInvariant(
          "assets of %s/%s exceed debts and balance by %d fen"
              .formatted(span.city(), span.fund(), assets.closingFen() + other.closingFen()));
    }
    var rows = new ArrayList<>(of(lines, "123").stream().map(this::row).toList());
    rows.add(row("", "本年收支结余", "Result of the open year", result, Side.CREDIT));
    var totals =
        List.of(
            row("", "负债与基金合计", "Total of debts and balance", other, Side.CREDIT),
            row("", "资产合计", "Total assets", assets, Side.DEBIT));
    return new Report(
        ReportKind.BALANCE_SHEET,
        span,
        cityName,
        columns(ACCOUNT, AMOUNTS),
        rows,
        totals,
        InWords.of(assets.closingFen()));
  }

  Report incomeAndExpenditure(Span span, String cityName, List<AccountLine> lines) {
    var income = AccountLine.sum("", of(lines, "4"));
    var spending = AccountLine.sum("", of(lines, "5"));
    var result = AccountLine.sum("", List.of(income, spending));
    return new Report(
        ReportKind.INCOME_AND_EXPENDITURE,
        span,
        cityName,
        columns(ACCOUNT, CUMULATED),
        of(lines, "45").stream().map(this::row).toList(),
        List.of(
            row("", "收入合计", "Total income", income, Side.CREDIT),
            row("", "支出合计", "Total expenditure", spending, Side.DEBIT),
            row("", "收支结余", "Income less expenditure", result, Side.CREDIT)),
        InWords.of(-result.closingFen()));
  }

  /** Each sub-account by itself; over all accounts both sides are equal, and nothing is left. */
  Report ledger(Span span, String cityName, List<AccountLine> lines, @Nullable Account account) {
    var shown =
        lines.stream()
            .filter(line -> account == null || line.account().code().equals(account.code()))
            .toList();
    var whole = AccountLine.sum("", shown);
    var side = account == null ? Side.DEBIT : account.side();
    return new Report(
        ReportKind.LEDGER,
        span,
        cityName,
        columns(ACCOUNT, List.of(new Column("subAccount", "明细", "Sub-account")), AMOUNTS),
        shown.stream().map(this::detail).toList(),
        List.of(new Row(cells(List.of("", "合计", "Total", ""), whole, side))),
        InWords.of(side == Side.DEBIT ? whole.closingFen() : -whole.closingFen()));
  }

  private static List<AccountLine> of(List<AccountLine> lines, String firstDigits) {
    return lines.stream().filter(line -> line.isOf(firstDigits)).toList();
  }

  @SafeVarargs
  private static List<Column> columns(List<Column>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }

  private Row row(AccountLine line) {
    var account = chart.get(line.account().code());
    return row(account.code(), account.name(), account.english(), line, account.side());
  }

  private static Row row(String code, String name, String english, AccountLine line, Side side) {
    return new Row(cells(List.of(code, name, english), line, side));
  }

  private Row detail(AccountLine line) {
    var account = chart.get(line.account().code());
    var names =
        line.account().subAccounts().entrySet().stream()
            .map(one -> one.getKey().wireName() + "=" + one.getValue())
            .collect(Collectors.joining(" "));
    return new Row(
        cells(
            List.of(account.code(), account.name(), account.english(), names),
            line,
            account.side()));
  }

  private static List<Cell> cells(List<String> texts, AccountLine line, Side side) {
    long sign = side == Side.DEBIT ? 1 : -1;
    return Stream.concat(
            texts.stream().map(Cell.Text::new),
            Stream.of(
                    sign * line.openingFen(),
                    line.debitFen(),
                    line.creditFen(),
                    sign * line.closingFen())
                .map(Cell.Fen::new))
        .map(Cell.class::cast)
        .toList();
  }
}
