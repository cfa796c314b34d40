package org.yizhan.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.ledger.account.Account;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.report.FundReports;
import org.yizhan.ledger.report.Report;

/**
 * H16, H18, W5: {@code balance-sheet}, {@code income-and-expenditure}, {@code ledger} (of one
 * {@code account} if it is named) and {@code prepayment-register} from a month to a month, as JSON,
 * CSV or XLSX. 404 {@code unknown-report}, {@code unknown-fund} or {@code unknown-account}.
 */
@RestController
@RequestMapping("/api/funds/{city}/{fund}/reports/{report}")
final class FundReportController {

  private final FundReports reports;
  private final FundParameters parameters;
  private final ChartOfAccounts chart;

  FundReportController(FundReports reports, FundParameters parameters, ChartOfAccounts chart) {
    this.reports = reports;
    this.parameters = parameters;
    this.chart = chart;
  }

  /** What every format is asked with; Spring fills it from address and query. */
  record Query(
      String city,
      String fund,
      String report,
      @Nullable String from,
      @Nullable String to,
      @Nullable String account) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ReportView json(Query query) {
    return ReportView.of(reportOf(query));
  }

  @GetMapping(produces = ReportFiles.CSV)
  void csv(Query query, HttpServletResponse response) throws IOException {
    new ReportFiles(reportOf(query)).csv(response);
  }

  @GetMapping(produces = ReportFiles.XLSX)
  void xlsx(Query query, HttpServletResponse response) throws IOException {
    new ReportFiles(reportOf(query)).xlsx(response);
  }

  private Report reportOf(Query query) {
    var kind = parameters.report(query.report());
    var fund = parameters.fund(query.city(), query.fund());
    var span = parameters.span(fund, query.from(), query.to());
    var account = query.account();
    return reports.of(kind, span, account == null ? null : accountOf(account));
  }

  private Account accountOf(String code) {
    var account = chart.find(code).orElseThrow(() -> Parameters.unknownAccount(code));
    if (account.book() != Book.CASH) {
      throw Parameters.accountOfAnotherBook(account);
    }
    return account;
  }
}
