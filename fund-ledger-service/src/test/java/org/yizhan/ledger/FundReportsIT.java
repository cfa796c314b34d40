package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sheets that finance prints, over the end of a year. */
class FundReportsIT {

  private static final String FUND = "/api/funds/441600/ASSISTANCE";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final TheLedger ledger = new TheLedger();

  @BeforeAll
  static void bookAYearAndCloseIt() {
    ledger.startAt("2019-12-30T09:00:00+08:00");
    awaitDay("2019-12-30");
    post(FUND + "/income", "{\"source\":\"BUDGET\",\"amount\":\"90000.10\"," + REST);
    post(
        "/api/funds/330300/ASSISTANCE/income",
        "{\"source\":\"BUDGET\",\"amount\":\"7.00\"," + REST);
    post(FUND + "/transfers", "{\"amount\":\"5000.00\"," + REST);
    post(FUND + "/payments", PAYMENT.formatted("1234.56") + REST);
    ledger.restartAt("2020-01-02T09:00:00+08:00");
    awaitDay("2020-01-02");
    post(
        FUND + "/prepayments/IN_CITY/2020/submission",
        "{\"amount\":\"9.00\",\"reason\":\"=1+1\"," + REST);
    post(FUND + "/income", "{\"source\":\"LOTTERY\",\"amount\":\"4.00\"," + REST);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ledger.balance("ASSISTANCE", "4601").toPlainString().equals("4.00"));
  }

  private static final String REST = "\"reference\":\"b\",\"by\":\"finance.li\"}";
  private static final String PAYMENT =
      "{\"hospitalCode\":\"H44160200001\",\"month\":\"2019-11\",\"purpose\":\"IN_CITY\","
          + "\"parts\":[{\"county\":\"441602\",\"amount\":\"%s\"}],";

  @AfterAll
  static void stop() {
    ledger.close();
  }

  private static void awaitDay(String day) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ledger.get(FUND).at("/today").asString("").equals(day));
  }

  private static void post(String path, String json) {
    var answer = ledger.post(path, json);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
  }

  private static JsonNode report(String name, String query) {
    return ledger.get(FUND + "/reports/" + name + "?" + query);
  }

  private static List<String> figures(JsonNode rows) {
    var figures = new ArrayList<String>();
    rows.forEach(
        row ->
            figures.add(
                String.join(
                    " ",
                    row.at("/code").asString(),
                    row.at("/opening").asString(),
                    row.at("/debit").asString(),
                    row.at("/credit").asString(),
                    row.at("/closing").asString())));
    return figures;
  }

  @Test
  @DisplayName("H16: a closed year still shows its income and expenditure, of this city alone")
  void incomeAndExpenditureOfAClosedYear() {
    var year = report("income-and-expenditure", "from=2019-01&to=2019-12");
    assertThat(figures(year.at("/rows")))
        .containsExactly("4101 0.00 0.00 90000.10 90000.10", "5001 0.00 1234.56 0.00 1234.56");
    assertThat(figures(year.at("/totals")))
        .containsExactly(
            " 0.00 0.00 90000.10 90000.10",
            " 0.00 1234.56 0.00 1234.56",
            " 0.00 1234.56 90000.10 88765.54");
    assertThat(year.at("/inWords").asString()).isEqualTo("人民币捌万捌仟柒佰陆拾伍元伍角肆分");
    assertThat(year.at("/cityName").asString()).isEqualTo("河源市");
    var january = report("income-and-expenditure", "from=2020-01&to=2020-01");
    assertThat(figures(january.at("/rows"))).containsExactly("4601 0.00 0.00 4.00 4.00");
  }

  @Test
  @DisplayName("H16: both sides of the balance sheet are equal before and after the year's end")
  void theBalanceSheetBalances() {
    var closed = report("balance-sheet", "from=2019-12&to=2019-12");
    assertThat(figures(closed.at("/rows")))
        .containsExactly(
            "1003 0.00 90000.10 5000.00 85000.10",
            "1004 0.00 5000.00 1234.56 3765.44",
            "3001 0.00 1234.56 90000.10 88765.54",
            " 0.00 91234.66 91234.66 0.00");
    var january = report("balance-sheet", "from=2020-01&to=2020-01");
    assertThat(figures(january.at("/rows")))
        .containsExactly(
            "1003 85000.10 4.00 0.00 85004.10",
            "1004 3765.44 0.00 0.00 3765.44",
            "3001 88765.54 0.00 0.00 88765.54",
            " 0.00 0.00 4.00 4.00");
    assertThat(january.at("/totals/0/closing")).isEqualTo(january.at("/totals/1/closing"));
    assertThat(january.at("/inWords").asString()).isEqualTo("人民币捌万捌仟柒佰陆拾玖元伍角肆分");
  }

  @Test
  @DisplayName("H17, H21: the ledger of one account, by sub-account")
  void theLedgerOfOneAccount() {
    var spending = report("ledger", "from=2019-12&to=2019-12&account=5001").at("/rows");
    assertThat(spending.size()).isEqualTo(1);
    assertThat(spending.at("/0/subAccount").asString())
        .isEqualTo("county=441602 hospital=H44160200001 purpose=in-city");
    assertThat(spending.at("/0/debit").asString()).isEqualTo("1234.56");
    assertThat(spending.at("/0/closing").asString()).isEqualTo("0.00");
    var whole = report("ledger", "from=2019-12&to=2020-01").at("/totals/0");
    assertThat(whole.at("/debit")).isEqualTo(whole.at("/credit"));
    ledger.assertProblem(
        FUND + "/reports/ledger?from=2019-12&to=2019-12&account=1901",
        404,
        "unknown-account",
        "code",
        "1901");
  }

  @Test
  @DisplayName("H18: the register names maker and amounts; CSV runs nobody's formula")
  void theRegisterAsCsv() {
    var path = FUND + "/reports/prepayment-register?from=2020-01&to=2020-12";
    var file = ledger.file(path, "text/csv");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .contains("prepayment-register-441600-ASSISTANCE-2020-01-2020-12.csv");
    var lines = new String(file.body(), StandardCharsets.UTF_8).split("\r\n");
    assertThat(lines[0]).startsWith("\uFEFF年度/year,类别/kind,地区/region,状态/state");
    assertThat(lines[1])
        .isEqualTo(
            "2020,IN_CITY,,SUBMITTED,1234.56,0.2500,3765.44,9.00,0.00,9.00,,2020-01-01,2020-01-31,"
                + "finance.li,,'=1+1");
    assertThat(lines[2]).startsWith("合计,Total,,,1234.56,,3765.44,9.00,0.00,9.00,");
    assertThat(lines).hasSize(3);
  }

  @Test
  @DisplayName("H16: a spreadsheet says cell by cell what the JSON says")
  void theSpreadsheetSaysWhatTheJsonSays() throws IOException {
    for (var query :
        List.of(
            "balance-sheet?from=2019-12&to=2020-01",
            "income-and-expenditure?from=2019-01&to=2019-12",
            "ledger?from=2019-12&to=2020-01",
            "prepayment-register?from=2020-01&to=2020-01")) {
      var path = FUND + "/reports/" + query;
      var json = ledger.get(path);
      var file = ledger.file(path, XLSX);
      assertThat(file.headers().firstValue("content-type")).contains(XLSX);
      try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
        compare(workbook.getFirstSheet().read(), json);
      }
    }
  }

  private static void compare(List<Row> sheet, JsonNode json) {
    assertThat(sheet.get(0).getCellText(0))
        .isEqualTo("河源市 ASSISTANCE " + json.at("/title").asString());
    assertThat(sheet.get(1).getCellText(0)).isEqualTo(json.at("/english").asString());
    int next = 5;
    for (var part : List.of(json.at("/rows"), json.at("/totals"))) {
      for (var expected : part) {
        compare(sheet.get(next++), expected);
      }
    }
    assertThat(sheet.get(next).getCellText(1)).isEqualTo(json.at("/inWords").asString());
    assertThat(sheet).hasSize(next + 1);
  }

  private static void compare(Row row, JsonNode expected) {
    int column = 0;
    for (var member : expected.properties()) {
      var cell = row.getCell(column++);
      var text = member.getValue().asString();
      if (cell != null && cell.getType() == CellType.NUMBER) {
        assertThat(cell.asNumber()).as(member.getKey()).isEqualByComparingTo(new BigDecimal(text));
      } else {
        assertThat(row.getCellText(column - 1)).as(member.getKey()).isEqualTo(text);
        assertThat(text).doesNotMatch("-?[0-9]+\\.[0-9]{2}");
      }
    }
  }

  @Test
  @DisplayName("what cannot be reported is refused with its rule")
  void whatCannotBeReported() {
    ledger.assertProblem(
        FUND + "/reports/profit?from=2020-01&to=2020-01",
        404,
        "unknown-report",
        "report",
        "profit");
    ledger.assertProblem(
        FUND + "/reports/ledger?from=2020-1&to=2020-01", 400, "malformed", "from", "2020-1");
    ledger.assertProblem(
        FUND + "/reports/ledger?from=2020-02&to=2020-01", 400, "malformed", "to", "2020-01");
    ledger.assertProblem(FUND + "/reports/ledger?from=2020-02", 400, "malformed", "to", null);
    var pdf = ledger.file(FUND + "/reports/ledger?from=2020-01&to=2020-01", "application/pdf");
    assertThat(pdf.statusCode()).isEqualTo(406);
    assertThat(pdf.headers().firstValue("content-type")).contains("application/problem+json");
  }
}
