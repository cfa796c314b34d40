package org.yizhan.reconciliation.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.reconciliation.hospitalmonth.HospitalMonth;
import org.yizhan.reconciliation.hospitalmonth.HospitalMonths;
import org.yizhan.reconciliation.hospitalmonth.MonthTotals;
import org.yizhan.reconciliation.statement.StatementOfAdvances;

/** H21, H23(3): what a hospital advanced in a month, as JSON by pages or whole as a file. */
@RestController
@RequestMapping("/api/hospital-months/{hospitalCode}")
final class HospitalMonthController {

  private final HospitalMonths months;

  HospitalMonthController(HospitalMonths months) {
    this.months = months;
  }

  /**
   * The months in which anything was collected, in order.
   *
   * @param after {@code next} of the page before
   */
  @GetMapping
  HospitalMonthsView months(
      @PathVariable String hospitalCode,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "500") String limit) {
    var pageSize = Parameters.limit(limit);
    var from = after == null ? null : Parameters.month("after", after);
    // One more than asked for shows whether there is a next page.
    var found = months.months(hospitalCode, from, pageSize + 1);
    if (found.isEmpty() && from == null) {
      throw Parameters.unknownHospital(hospitalCode);
    }
    return HospitalMonthsView.of(hospitalCode, found, pageSize);
  }

  /**
   * A month's lines, a page of them; the totals are those of the whole month.
   *
   * @param after {@code next} of the page before, the line id of its last line
   */
  @GetMapping("/{month}")
  HospitalMonthView month(
      @PathVariable String hospitalCode,
      @PathVariable String month,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "500") String limit) {
    var asked = new HospitalMonth(hospitalCode, Parameters.month("month", month));
    var pageSize = Parameters.limit(limit);
    var from = after == null ? null : Parameters.lineId("after", after);
    var totals = totalsOf(asked);
    var lines =
        months
            .lines(asked, from, pageSize + 1)
            .orElseThrow(
                () -> Parameters.malformed("after", after, "must be next of the page before"));
    return HospitalMonthView.of(asked, lines, pageSize, totals);
  }

  /** H23(3): the whole statement of advances as a file. */
  @GetMapping(path = "/{month}", produces = "text/csv")
  void statement(
      @PathVariable String hospitalCode, @PathVariable String month, HttpServletResponse response)
      throws IOException {
    var asked = new HospitalMonth(hospitalCode, Parameters.month("month", month));
    var totals = totalsOf(asked);
    var name = "advances-" + hospitalCode + "-" + asked.month() + ".csv";
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, UTF_8).build().toString());
    write(asked, totals, response);
  }

  private void write(HospitalMonth month, MonthTotals atLeast, HttpServletResponse response)
      throws IOException {
    try {
      var statement = new StatementOfAdvances(response.getWriter());
      months.forEachLine(month, statement::add);
      // A line is stored before it is counted, so the file may be ahead of the totals read first,
      // never behind.
      if (statement.totals().count() < atLeast.count()) {
        throw new IllegalStateException(
            month + " counts " + atLeast.count() + " lines but has fewer");
      }
      statement.finish();
    } catch (RuntimeException broken) {
      // What has left already ends without its last row; otherwise the error goes out in the file's
      // place.
      if (!response.isCommitted()) {
        response.reset();
      }
      throw broken;
    }
  }

  private MonthTotals totalsOf(HospitalMonth month) {
    return months.totals(month).orElseThrow(() -> Parameters.unknownHospitalMonth(month));
  }
}
