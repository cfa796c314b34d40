package org.yizhan.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.yizhan.ledger.report.Report;
import org.yizhan.ledger.report.Report.Cell;
import org.yizhan.ledger.report.Report.Row;

/** A sheet as a file that spreadsheets open. */
record ReportFiles(Report report) {

  static final String CSV = "text/csv";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Without it spreadsheets read UTF-8 as something else. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String AMOUNT = "#,##0.00";
  private static final int HEADER_ROW = 3;

  /** One row of titles, the rows, the totals (RFC 4180). */
  void csv(HttpServletResponse response) throws IOException {
    name(response, CSV + ";charset=UTF-8", ".csv");
    var out = response.getWriter();
    out.append(BYTE_ORDER_MARK);
    var printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(
        report.columns().stream().map(one -> one.title() + '/' + one.member()).toList());
    for (var row : report.rows()) {
      print(printer, row);
    }
    for (var total : report.totals()) {
      print(printer, total);
    }
    printer.flush();
  }

  private static void print(CSVPrinter printer, Row row) throws IOException {
    for (var cell : row.cells()) {
      switch (cell) {
        case Cell.Text(var value) -> printer.print(harmless(value));
        case Cell.Fen fen -> printer.print(fen.yuan().toPlainString());
      }
    }
    printer.println();
  }

  /** Text from outside that a spreadsheet would run as a formula is made text. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n|".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Titles in Chinese with English below, amounts as numbers, the last total in words. */
  void xlsx(HttpServletResponse response) throws IOException {
    name(response, XLSX, ".xlsx");
    write(response.getOutputStream());
  }

  private void write(OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Yizhan", "1.0")) {
      var sheet = workbook.newWorksheet(report.kind().title());
      var span = report.span();
      sheet.value(0, 0, report.cityName() + ' ' + span.fund() + ' ' + report.kind().title());
      sheet.value(1, 0, report.kind().english());
      sheet.value(2, 0, span.from() + " – " + span.to() + " 单位：元 (yuan)");
      sheet.style(0, 0).bold().set();
      for (int i = 0; i < report.columns().size(); i++) {
        sheet.value(HEADER_ROW, i, report.columns().get(i).title());
        sheet.value(HEADER_ROW + 1, i, report.columns().get(i).english());
        sheet.style(HEADER_ROW, i).bold().set();
        sheet.width(i, 18);
      }
      sheet.freezePane(0, HEADER_ROW + 2);
      sheet.repeatRows(HEADER_ROW, HEADER_ROW + 1);
      sheet.pageOrientation("landscape");
      int next = HEADER_ROW + 2;
      for (var row : report.rows()) {
        put(sheet, next++, row, false);
      }
      for (var total : report.totals()) {
        put(sheet, next++, total, true);
      }
      sheet.value(next, 0, "大写 (in words)");
      sheet.value(next, 1, report.inWords());
    }
  }

  private static void put(Worksheet sheet, int row, Row cells, boolean bold) {
    for (int i = 0; i < cells.cells().size(); i++) {
      var style = sheet.style(row, i);
      switch (cells.cells().get(i)) {
        case Cell.Text(var value) -> sheet.value(row, i, value);
        case Cell.Fen fen -> {
          sheet.value(row, i, fen.yuan());
          style.format(AMOUNT);
        }
      }
      if (bold) {
        style.bold();
      }
      style.set();
    }
  }

  private void name(HttpServletResponse response, String type, String ending) {
    var span = report.span();
    var name =
        String.join(
            "-",
            report.kind().wireName(),
            span.city(),
            span.fund().name(),
            span.from().toString(),
            span.to().toString());
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name + ending, UTF_8).build().toString());
  }
}
