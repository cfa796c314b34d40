package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What finance, agency and insurer ask of funds over HTTP, on a real broker and a real store. */
class FundCommandsIT {

  private static final String ASSISTANCE = "/api/funds/441600/ASSISTANCE";
  private static final TheLedger ledger = new TheLedger();

  @BeforeAll
  static void start() {
    ledger.startAt("2020-01-02T09:00:00+08:00");
  }

  @AfterAll
  static void stop() {
    ledger.close();
  }

  @Test
  @DisplayName(
      "H16, H17, H18: income, a county's pay-up, the way to the expenditure account, and a"
          + " prepayment that two people decide")
  void moneyComesInIsPrepaidAndPaid() {
    done(ASSISTANCE + "/income", income("BUDGET", "1000000.00"));
    done(ASSISTANCE + "/income", income("LOTTERY", "2000.00"));
    done(
        ASSISTANCE + "/income",
        "{\"source\":\"COUNTY\",\"county\":\"441602\",\"amount\":\"500.00\",\"reference\":\"b 3\","
            + "\"by\":\"finance.li\"}");
    refused(ASSISTANCE + "/income", income("COUNTY", "1.00"), 400, "malformed");
    refused("/api/funds/441600/BASIC/income", income("DONATION", "1.00"), 422, "not-of-this-fund");

    done(ASSISTANCE + "/transfers", transfer("2500.00"));
    var overdrawn = refused(ASSISTANCE + "/transfers", transfer("1000000.01"), 422, "overdrawn");
    assertThat(overdrawn.at("/errors/0/rule").asString()).contains("missing 0.01");

    var year = ASSISTANCE + "/prepayments/IN_CITY/2020/";
    awaitAssessed();
    refused(
        year + "submission", by("agency.li", ",\"amount\":\"300000.00\""), 422, "reason-missing");
    done(year + "submission", by("agency.li", ",\"amount\":\"300000.00\",\"reason\":\"begins\""));
    refused(year + "approval", by("agency.li", ""), 422, "same-person");
    refused(year + "return", by("finance.wang", ""), 422, "reason-missing");
    done(year + "return", by("finance.wang", ",\"reason\":\"too much\""));
    done(year + "submission", by("agency.li", ",\"amount\":\"250000.00\",\"reason\":\"less\""));
    done(year + "approval", by("finance.wang", ""));
    done(year + "funding", by("finance.wang", ""));
    refused(year + "funding", by("finance.wang", ""), 409, "wrong-state");
    refused(
        ASSISTANCE + "/prepayments/IN_CITY/2031/approval", by("a", ""), 404, "unknown-prepayment");

    var paymentId = done(ASSISTANCE + "/payments", payment("1000.50"));
    done(ASSISTANCE + "/refunds", refund(paymentId, "0.50"));
    awaitCorrected(paymentId);
    refused(ASSISTANCE + "/refunds", refund(paymentId, "1000.01"), 422, "above-what-was-paid");
    refused(ASSISTANCE + "/refunds", refund(paymentId + "0", "1.00"), 400, "malformed");
    done(ASSISTANCE + "/payments", payment("250000.00"));
    refused(ASSISTANCE + "/payments", payment("9999999.00"), 422, "overdrawn");

    var fund = ledger.get(ASSISTANCE);
    assertThat(balances("ASSISTANCE"))
        .isEqualTo(
            "{\"1003\":\"750000.00\",\"1004\":\"1500.00\",\"1101\":\"0.00\",\"2001\":\"0.00\"}");
    assertThat(fund.at("/prepayments/0/state").asString()).isEqualTo("IN_USE");
    assertThat(fund.at("/prepayments/0/maker").asString()).isEqualTo("agency.li");
    assertThat(fund.at("/prepayments/0/open").asString()).isEqualTo("0.00");
    assertThat(fund.at("/today").asString()).isEqualTo("2020-01-02");
    assertThat(fund.at("/prepaid/0/balance").asString()).isEqualTo("1500.00");
    var prepayments = ledger.get(ASSISTANCE + "/prepayments?year=2020").at("/prepayments");
    assertThat(prepayments.size()).isEqualTo(1);
    assertThat(ledger.get(ASSISTANCE + "/prepayments?year=2019").at("/prepayments").size())
        .isZero();
  }

  private static void awaitAssessed() {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                ledger
                    .get(ASSISTANCE + "/prepayments")
                    .at("/prepayments/0/state")
                    .asString("")
                    .equals("ASSESSED"));
  }

  /** The payment's entries and the refund's, each of which names the payment's in its book. */
  private static void awaitCorrected(String paymentId) {
    var path = "/api/funds/commands/" + paymentId + "/entries";
    await().atMost(Duration.ofSeconds(10)).until(() -> ledger.get(path).at("/entries").size() == 4);
    var entries = ledger.get(path).at("/entries");
    for (int book = 0; book < 2; book++) {
      var paid = entries.get(book);
      var back = entries.get(book + 2);
      assertThat(paid.at("/reason").asString()).isEqualTo("hospital-paid");
      assertThat(back.at("/reason").asString()).isEqualTo("refund-received");
      assertThat(back.at("/book")).isEqualTo(paid.at("/book"));
      assertThat(back.at("/corrects/entryId")).isEqualTo(paid.at("/id"));
    }
  }

  @Test
  @DisplayName("H20: the insurer's imprest is never above its full amount")
  void theImprestIsNeverAboveItsFullAmount() {
    var poverty = "/api/funds/441600/POVERTY";
    refused(poverty + "/income", income("BUDGET", "1.00"), 422, "not-of-this-fund");
    var tooMuch = refused(poverty + "/advances", transfer("250000.01"), 422, "above-full-amount");
    assertThat(tooMuch.at("/errors/0/rule").asString()).isEqualTo("must be at most 250000.00");
    done(poverty + "/advances", transfer("250000.00"));
    refused(poverty + "/advances", transfer("0.01"), 422, "above-full-amount");
    done(poverty + "/payments", payment("400.00"));
    var imprest = ledger.get(poverty + "/imprest");
    assertThat(imprest.at("/full").asString()).isEqualTo("250000.00");
    assertThat(imprest.at("/held").asString()).isEqualTo("249600.00");
    assertThat(imprest.at("/open").asString()).isEqualTo("400.00");
    assertThat(balances("POVERTY")).contains("\"2001\":\"249600.00\"");
    var unknown = refund("00000000-0000-0000-0000-000000000001", "1.00");
    refused(poverty + "/refunds", unknown, 422, "unknown-payment");
    ledger.assertProblem(
        "/api/funds/330300/POVERTY/imprest", 404, "unknown-imprest", "fund", "330300/POVERTY");
  }

  @Test
  @DisplayName("H19: off-site settlement is applied for only once the province has confirmed")
  void theFunctionIsAppliedForInItsTurn() {
    var function = ASSISTANCE + "/off-site-function/";
    refused(function + "application", "{\"reason\":\"2020\",\"by\":\"a\"}", 409, "wrong-state");
    refused(function + "closing", "{\"reason\":\"2020\",\"by\":\"a\"}", 409, "wrong-state");
    refused(function + "application", "{\"by\":\"a\"}", 400, "malformed");
  }

  @Test
  @DisplayName("fifty equal commands at once move the money once; the same key says nothing else")
  void equalCommandsMoveTheMoneyOnce() throws Exception {
    var path = "/api/funds/441600/CATASTROPHIC/income";
    Callable<HttpResponse<String>> one =
        () -> ledger.post(path, income("BUDGET", "77.00"), "Idempotency-Key", "monday-1");
    var ids = new HashSet<String>();
    try (var pool = Executors.newFixedThreadPool(50)) {
      for (var answer : pool.invokeAll(IntStream.range(0, 50).mapToObj(i -> one).toList())) {
        assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
        ids.add(ledger.json(answer.get().body()).at("/commandId").asString());
      }
    }
    assertThat(ids).hasSize(1);
    assertThat(one.call().statusCode()).isEqualTo(200);
    var other = ledger.post(path, income("BUDGET", "78.00"), "Idempotency-Key", "monday-1");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("idempotency-key-reused");
    // The key counts within its address.
    var elsewhere =
        ledger.post(
            "/api/funds/330300/CATASTROPHIC/income",
            income("BUDGET", "5.00"),
            "Idempotency-Key",
            "monday-1");
    assertThat(elsewhere.statusCode()).isEqualTo(200);
    assertThat(balances("CATASTROPHIC")).contains("\"1003\":\"77.00\"");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(ledger.balance("CATASTROPHIC", "1003")).isEqualTo("82.00"));
  }

  @Test
  @DisplayName("who does not wait finds the answer where the Location says")
  void whoDoesNotWaitFindsTheAnswer() {
    var path = "/api/funds/441600/SUPPLEMENTARY/transfers";
    var answer = ledger.post(path, transfer("3.00"), "Prefer", "wait=0");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=0");
    assertThat(ledger.json(answer.body()).at("/outcome").asString()).isEqualTo("PENDING");
    var where = answer.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ledger.get(where).at("/outcome").asString().equals("REFUSED"));
    assertThat(ledger.get(where).at("/problem/code").asString()).isEqualTo("overdrawn");
    assertThat(ledger.get(where).at("/type").asString()).isEqualTo("move-to-expenditure.v1");
    var unknown = "00000000-0000-0000-0000-000000000001";
    ledger.assertProblem("/api/funds/commands/" + unknown, 404, "unknown-command", "id", unknown);
    ledger.assertProblem("/api/funds/commands/x", 404, "unknown-command", "id", "x");
  }

  @Test
  @DisplayName("what is wrong with a request is said, and nothing moves")
  void whatIsWrongIsSaid() {
    var path = "/api/funds/441600/BASIC/income";
    refused(path, "[]", 400, "malformed-json");
    refused(path, "{\"by\":\"a\",\"by\":\"b\"}", 400, "malformed-json");
    var all = refused(path, "{}", 400, "malformed");
    assertThat(all.at("/errors").size()).isEqualTo(4);
    refused(path, "{\"x\":\"" + "y".repeat(70_000) + "\"}", 413, "too-large");
    assertThat(ledger.postAs("text/plain", path, "{}").statusCode()).isEqualTo(415);
    var key = ledger.post(path, income("BUDGET", "1.00"), "Idempotency-Key", "k".repeat(65));
    assertThat(key.statusCode()).isEqualTo(400);
    refused("/api/funds/110000/BASIC/income", income("BUDGET", "1.00"), 404, "unknown-fund");
    refused("/api/funds/441600/NONE/income", income("BUDGET", "1.00"), 404, "unknown-fund");
    refused(path, income("BUDGET", "0.00"), 422, "nothing-to-move");
    assertThat(ledger.post("/api/funds/441600/BASIC/gifts", "{}").statusCode()).isEqualTo(404);
    assertThat(ledger.get("/api/funds").at("/funds").size()).isEqualTo(12);
    assertThat(balances("BASIC")).contains("\"1003\":\"0.00\"");
  }

  private static String balances(String fund) {
    for (var row : ledger.get("/api/funds").at("/funds")) {
      if (row.at("/city").asString().equals("441600") && row.at("/fund").asString().equals(fund)) {
        return row.at("/balances").toString();
      }
    }
    throw new AssertionError("no fund " + fund);
  }

  /** Returns the command's id. */
  private static String done(String path, String json) {
    var answer = ledger.post(path, json);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    var command = ledger.json(answer.body());
    assertThat(command.at("/outcome").asString()).isEqualTo("DONE");
    return command.at("/commandId").asString();
  }

  private static JsonNode refused(String path, String json, int status, String code) {
    var answer = ledger.post(path, json);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    var problem = ledger.json(answer.body());
    assertThat(problem.at("/code").asString()).isEqualTo(code);
    return problem;
  }

  private static String income(String source, String amount) {
    return "{\"source\":\"%s\",\"amount\":\"%s\",\"reference\":\"b 1\",\"by\":\"finance.li\"}"
        .formatted(source, amount);
  }

  private static String transfer(String amount) {
    return "{\"amount\":\"%s\",\"reference\":\"b 2\",\"by\":\"finance.li\"}".formatted(amount);
  }

  private static String by(String who, String more) {
    return "{\"by\":\"" + who + "\"" + more + "}";
  }

  private static String payment(String amount) {
    return ("{\"hospitalCode\":\"H44160200001\",\"month\":\"2019-12\",\"purpose\":\"IN_CITY\","
            + "\"parts\":[{\"county\":\"441602\",\"amount\":\"%s\"}],\"reference\":\"b 4\","
            + "\"by\":\"agency.li\"}")
        .formatted(amount);
  }

  private static String refund(String paymentId, String amount) {
    return ("{\"paymentId\":\"%s\",\"parts\":[{\"county\":\"441602\",\"amount\":\"%s\"}],"
            + "\"reference\":\"b 5\",\"by\":\"agency.li\"}")
        .formatted(paymentId, amount);
  }
}
