package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Districts' money from their prepayment to a warning and its end. */
class FundWarningsIT {

  private static final String CARE = "/api/funds/330300/SPECIAL_CARE";

  @Test
  @DisplayName(
      "W5, W6, W7: a district prepays, its patients' hospitals are paid from its own money, and"
          + " it is warned until it tops up")
  void aDistrictPrepaysSpendsIsWarnedAndTopsUp() {
    try (var ledger = new TheLedger()) {
      ledger.startAt("2020-01-30T09:00:00+08:00");
      var year = CARE + "/prepayments/SPECIAL_CARE/2020/";
      awaitDay(ledger, "2020-01-30");
      post(
          ledger,
          year + "submission",
          "{\"by\":\"bureau.zhou\",\"region\":\"330302\",\"amount\":\"120000.00\",\"reason\":\"first\"}");
      post(ledger, year + "approval", "{\"by\":\"finance.wu\",\"region\":\"330302\"}");
      post(ledger, CARE + "/advances", advance("330302", "150000.00"));
      post(ledger, CARE + "/advances", advance("330303", "30000.00"));
      post(
          ledger,
          CARE + "/payments",
          """
          {"hospitalCode":"H33030200001","month":"2019-12","purpose":"IN_CITY","reference":"p 1","by":"agency.li",
           "parts":[{"county":"330302","amount":"100000.00"},{"county":"330303","amount":"5000.00"}]}
          """);
      assertThat(ledger.get(CARE + "/warnings").at("/warnings").size()).isZero();
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(
                          ledger
                              .get(CARE + "/reports/ledger?from=2020-01&to=2020-01&account=2001")
                              .at("/rows/0/closing")
                              .asString())
                      .isEqualTo("50000.00"));
      var districts =
          ledger.get(CARE + "/reports/ledger?from=2020-01&to=2020-01&account=2001").at("/rows");
      assertThat(districts.at("/1/subAccount").asString()).isEqualTo("county=330303");
      assertThat(districts.at("/1/closing").asString()).isEqualTo("25000.00");

      ledger.restartAt("2020-02-01T09:00:00+08:00");
      awaitDay(ledger, "2020-02-01");
      var warning = ledger.get(CARE + "/warnings?state=OPEN").at("/warnings/0");
      assertThat(warning.at("/cause").asString()).isEqualTo("RUNWAY");
      // Two months of 105000.00, less 75000.00.
      assertThat(warning.at("/missing").asString()).isEqualTo("135000.00");
      assertThat(warning.at("/dueOn").asString()).isEqualTo("2020-03-02");
      assertThat(warning.at("/parts").toString())
          .isEqualTo("[{\"district\":\"330302\",\"amount\":\"150000.00\"}]");
      assertThat(ledger.get("/api/funds/warnings?state=OPEN").at("/warnings").toString())
          .contains(warning.at("/warningId").asString());
      var runway = ledger.get(CARE + "/runway").at("/prepaid/0");
      assertThat(runway.at("/balance").asString()).isEqualTo("75000.00");
      assertThat(runway.at("/meanMonthlySpending").asString()).isEqualTo("105000.00");
      assertThat(runway.at("/monthsLeft").toString()).isEqualTo("0.7");
      assertThat(runway.at("/exhaustedOn").asString()).isEqualTo("2020-02-21");
      awaitMetric(ledger, "yizhan_fund_warnings", "state=\"OPEN\"", 1);
      assertThat(ledger.metric("yizhan_fund_runway_days")).isEqualTo(20);
      assertThat(ledger.metric("yizhan_fund_prepaid_fen")).isEqualTo(7_500_000);

      post(ledger, CARE + "/advances", advance("330302", "150000.00"));
      assertThat(ledger.get(CARE + "/warnings?state=OPEN").at("/warnings").size()).isZero();
      assertThat(ledger.get(CARE + "/warnings?state=CLOSED").at("/warnings").size()).isEqualTo(1);
      awaitMetric(ledger, "yizhan_fund_warnings", "cause=\"RUNWAY\"", 0);
      ledger.assertProblem(CARE + "/warnings?state=X", 400, "malformed", "state", "X");
    }
  }

  private static void awaitDay(TheLedger ledger, String day) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ledger.get(CARE).at("/today").asString("").equals(day));
  }

  private static void awaitMetric(TheLedger ledger, String name, String label, double value) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(ledger.metric(name, label)).isEqualTo(value));
  }

  private static void post(TheLedger ledger, String path, String json) {
    var answer = ledger.post(path, json);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
  }

  private static String advance(String district, String amount) {
    return "{\"district\":\"%s\",\"amount\":\"%s\",\"reference\":\"b\",\"by\":\"bureau.zhou\"}"
        .formatted(district, amount);
  }
}
