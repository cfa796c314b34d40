package org.yizhan.reconciliation.statement;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yizhan.contracts.Payer;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine;
import org.yizhan.reconciliation.hospitalmonth.MonthTotals;
import org.yizhan.reconciliation.hospitalmonth.NetAmount;

/**
 * H23(3): the hospital's statement of advances (垫付统计表) as a CSV file (RFC 4180) that spreadsheets
 * open. Lines are written as they come; the last row is the sum of the lines in the file, so the
 * file always agrees with itself. A row that takes back another has its amounts below zero.
 */
public final class StatementOfAdvances {

  /** Without it spreadsheets read UTF-8 as something else. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final List<String> HEADER =
      List.of(
          "序号/number",
          "结算编号/settlementId",
          "住院号/encounterId",
          "证件号码/maskedId",
          "人员类别/category",
          "险种/scheme",
          "参保地/county",
          "入院日期/admissionDate",
          "出院日期/dischargeDate",
          "结算时间/settledAt",
          "总费用/total",
          "政策范围内费用/inPolicy",
          "基本医疗保险/BASIC",
          "大病保险/CATASTROPHIC",
          "补充医疗保险/SUPPLEMENTARY",
          "扶贫保险/POVERTY",
          "医疗救助/ASSISTANCE",
          "优抚医疗补助/SPECIAL_CARE",
          "个人负担/patient",
          "冲销/reversal",
          "原因/cause",
          "示意参数/illustrative");

  private final CSVPrinter printer;
  private MonthTotals totals = MonthTotals.NONE;
  private NetAmount inPolicy = NetAmount.ZERO;
  private final SortedSet<String> illustrative = new TreeSet<>();

  /** Writes the header at once. */
  public StatementOfAdvances(Appendable out) {
    try {
      out.append(BYTE_ORDER_MARK);
      printer = new CSVPrinter(out, CSVFormat.RFC4180);
      printer.printRecord(HEADER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void add(AdvanceLine line) {
    var amounts = MonthTotals.of(line);
    var ofWhichInPolicy = line.net(line.inPolicy());
    totals = totals.plus(amounts);
    inPolicy = inPolicy.plus(ofWhichInPolicy);
    illustrative.addAll(line.illustrative());
    var texts =
        Stream.of(
                line.settlementId().toString(),
                line.encounterId(),
                line.maskedId(),
                requireNonNullElse(line.category(), ""),
                line.scheme().name(),
                line.county(),
                line.admissionDate().toString(),
                line.dischargeDate().toString(),
                line.settledAt().toString())
            .map(StatementOfAdvances::harmless);
    var revised = line.revised();
    print(
        totals.count(),
        texts,
        ofWhichInPolicy,
        amounts,
        String.valueOf(line.reversal()),
        revised == null ? "" : revised.cause().name(),
        names(line.illustrative()));
  }

  /** The sums of the lines so far. */
  public MonthTotals totals() {
    return totals;
  }

  /** Writes the last row; it names every illustrative parameter that any line used. */
  public void finish() {
    print(
        "合计/total",
        Stream.of("", "", "", "", "", "", "", "", ""),
        inPolicy,
        totals,
        "",
        "",
        names(illustrative));
  }

  private void print(
      Object number,
      Stream<String> texts,
      NetAmount ofWhichInPolicy,
      MonthTotals amounts,
      String... marks) {
    var cells = new ArrayList<Object>(HEADER.size());
    cells.add(number);
    texts.forEach(cells::add);
    cells.add(amounts.total());
    cells.add(ofWhichInPolicy);
    for (var payer : Payer.values()) {
      cells.add(amounts.advances().getOrDefault(payer, NetAmount.ZERO));
    }
    cells.add(amounts.patient());
    cells.addAll(List.of(marks));
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String names(Collection<String> parameters) {
    return harmless(String.join(" ", parameters));
  }

  /**
   * Text from outside that a spreadsheet would run as a formula is made text by a leading
   * apostrophe.
   */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n|".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
