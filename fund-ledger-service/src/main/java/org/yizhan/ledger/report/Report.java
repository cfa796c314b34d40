package org.yizhan.ledger.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.yizhan.contracts.Payer;

/**
 * A sheet of one fund of one city.
 *
 * @param cityName in Chinese, as it is printed
 * @param totals stand below the rows; the last one is written out in words
 * @param inWords the amount that is signed for, 大写
 */
public record Report(
    ReportKind kind,
    Span span,
    String cityName,
    List<Column> columns,
    List<Row> rows,
    List<Row> totals,
    String inWords) {

  public Report {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
  }

  /**
   * @param from with this month
   * @param to with this month, not before {@code from}
   */
  public record Span(String city, Payer fund, YearMonth from, YearMonth to) {}

  /**
   * @param member its name on the wire
   * @param title in Chinese
   */
  public record Column(String member, String title, String english) {}

  /**
   * @param cells one per column
   */
  public record Row(List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What stands in one place of a sheet. */
  public sealed interface Cell {

    record Text(String value) implements Cell {}

    /** An amount, below zero where a balance stands on the other side. */
    record Fen(long value) implements Cell {

      /** With two decimals. */
      public BigDecimal yuan() {
        return BigDecimal.valueOf(value, 2);
      }
    }
  }
}
