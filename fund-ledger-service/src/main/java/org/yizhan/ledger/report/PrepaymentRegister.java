package org.yizhan.ledger.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.report.Report.Cell;
import org.yizhan.ledger.report.Report.Column;
import org.yizhan.ledger.report.Report.Row;
import org.yizhan.ledger.report.Report.Span;

/** Who prepaid what, and who asked for it and approved it (H18, H19, W5). */
final class PrepaymentRegister {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("year", "年度", "Year"),
          new Column("kind", "类别", "Kind"),
          new Column("region", "地区", "Region"),
          new Column("state", "状态", "State"),
          new Column("lastYear", "上年支出", "Spent in the year before"),
          new Column("share", "比例", "Share"),
          new Column("carried", "上年结转", "Carried in"),
          new Column("requested", "申请金额", "Requested"),
          new Column("funded", "已拨付", "Funded"),
          new Column("open", "未拨付", "Open"),
          new Column("carriedOver", "年末结转", "Carried over"),
          new Column("assessedOn", "核定日期", "Assessed on"),
          new Column("dueOn", "截止日期", "Due on"),
          new Column("maker", "经办人", "Maker"),
          new Column("checker", "审批人", "Checker"),
          new Column("reason", "理由", "Reason"));

  private PrepaymentRegister() {}

  /** Those of the years that the span touches. */
  static Report of(Span span, String cityName, FundState state) {
    var shown =
        state.prepayments().stream()
            .filter(one -> one.year() >= span.from().getYear())
            .filter(one -> one.year() <= span.to().getYear())
            .sorted(
                Comparator.comparingInt(Prepayment::year)
                    .thenComparing(Prepayment::kind)
                    .thenComparing(one -> text(one.region())))
            .toList();
    var funded = sum(shown, Prepayment::funded);
    return new Report(
        ReportKind.PREPAYMENT_REGISTER,
        span,
        cityName,
        COLUMNS,
        shown.stream().map(PrepaymentRegister::row).toList(),
        List.of(total(shown, funded)),
        InWords.of(funded.fen()));
  }

  private static Row row(Prepayment one) {
    return row(
        List.of(
            String.valueOf(one.year()), one.kind().name(), text(one.region()), one.state().name()),
        one.share().toString(),
        List.of(one.lastYear(), one.carried(), one.requested(), one.funded(), one.open()),
        one.carriedOver(),
        List.of(
            one.assessedOn().toString(),
            one.dueOn().toString(),
            text(one.maker()),
            text(one.checker()),
            text(one.reason())));
  }

  private static Row total(List<Prepayment> shown, Money funded) {
    return row(
        List.of("合计", "Total", "", ""),
        "",
        List.of(
            sum(shown, Prepayment::lastYear),
            sum(shown, Prepayment::carried),
            sum(shown, Prepayment::requested),
            funded,
            sum(shown, Prepayment::open)),
        null,
        List.of("", "", "", "", ""));
  }

  /**
   * @param amounts last year's spending, carried in, requested, funded, open
   */
  private static Row row(
      List<String> what,
      String share,
      List<Money> amounts,
      @Nullable Money carriedOver,
      List<String> who) {
    var cells = new ArrayList<Cell>();
    what.forEach(text -> cells.add(new Cell.Text(text)));
    cells.add(new Cell.Fen(amounts.getFirst().fen()));
    cells.add(new Cell.Text(share));
    amounts.stream().skip(1).forEach(amount -> cells.add(new Cell.Fen(amount.fen())));
    cells.add(carriedOver == null ? new Cell.Text("") : new Cell.Fen(carriedOver.fen()));
    who.forEach(text -> cells.add(new Cell.Text(text)));
    return new Row(cells);
  }

  private static Money sum(List<Prepayment> all, Function<Prepayment, Money> what) {
    return all.stream().map(what).reduce(Money.ZERO, Money::plus);
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
