package org.yizhan.ledger.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.report.Report;
import org.yizhan.ledger.report.Report.Cell;
import org.yizhan.ledger.report.Report.Column;
import org.yizhan.ledger.report.Report.Row;

/**
 * A sheet on the wire: rows and totals carry their columns by name, amounts as texts that may be
 * below zero.
 *
 * @param inWords the last total in the characters of financial documents
 */
record ReportView(
    String report,
    String title,
    String english,
    String city,
    String cityName,
    Payer fund,
    String from,
    String to,
    List<Map<String, String>> rows,
    List<Map<String, String>> totals,
    String inWords) {

  static ReportView of(Report report) {
    var kind = report.kind();
    var span = report.span();
    return new ReportView(
        kind.wireName(),
        kind.title(),
        kind.english(),
        span.city(),
        report.cityName(),
        span.fund(),
        span.from().toString(),
        span.to().toString(),
        rows(report.columns(), report.rows()),
        rows(report.columns(), report.totals()),
        report.inWords());
  }

  private static List<Map<String, String>> rows(List<Column> columns, List<Row> rows) {
    return rows.stream().map(row -> row(columns, row)).toList();
  }

  private static Map<String, String> row(List<Column> columns, Row row) {
    var members = new LinkedHashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) {
      members.put(columns.get(i).member(), text(row.cells().get(i)));
    }
    return members;
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var value) -> value;
      case Cell.Fen fen -> fen.yuan().toPlainString();
    };
  }
}
