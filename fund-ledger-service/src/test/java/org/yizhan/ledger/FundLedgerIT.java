package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;

/** The running service on a real broker and a real store. */
class FundLedgerIT {

  private static final TheLedger ledger = new TheLedger();

  @BeforeAll
  static void start() {
    ledger.start();
  }

  @AfterAll
  static void stop() {
    ledger.close();
  }

  @Test
  @DisplayName(
      "H8, H16: what hospitals advanced is booked fund by fund, exactly once, whatever happens on"
          + " the way")
  void booksEveryShareOnceThroughRedeliveryCopiesAndARestart() {
    var hospital = "H44160200101";
    var before = ledger.balance("BASIC", "2901");
    for (int i = 1; i <= 300; i++) {
      var event =
          aSettlement(new UUID(101, i))
              .at(hospital)
              .share(Payer.BASIC, "10.01")
              .share(Payer.ASSISTANCE, "1.00")
              .settled();
      ledger.publish(i % 2, event);
      if (i % 3 == 0) {
        ledger.publish(i % 2, event); // the same fact at another offset
      }
      if (i % 5 == 0) {
        ledger.publish((i + 1) % 2, event); // and on another partition
      }
      if (i == 150) {
        ledger.restart();
      }
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ledger.payableTo("BASIC", hospital).equals("3003.00"));
    ledger.redeliverEverything();
    ledger.publish(
        0, aSettlement(new UUID(101, 301)).at(hospital).share(Payer.BASIC, "0.01").settled());
    ledger.publish(
        1, aSettlement(new UUID(101, 302)).at(hospital).share(Payer.BASIC, "0.01").settled());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ledger.payableTo("BASIC", hospital).equals("3003.02"));
    assertThat(ledger.payableTo("ASSISTANCE", hospital)).isEqualTo("300.00");
    assertThat(ledger.balance("BASIC", "2901").subtract(before)).isEqualTo("3003.02");
    assertThat(ledger.balance("BASIC", "1901")).isEqualTo(ledger.balance("BASIC", "2901"));
    ledger.assertBalanced("BASIC");
    ledger.assertBalanced("ASSISTANCE");
    assertThat(ledger.verifyChains()).contains("entries in").doesNotContain("BROKEN");
  }

  @Test
  void anAuditorFollowsOneSettlementToTheBooks() {
    var id = new UUID(102, 1);
    ledger.publish(
        0,
        aSettlement(id)
            .at("H44160200102")
            .share(Payer.BASIC, "26845.00")
            .share(Payer.POVERTY, "500.00", null, "中国人寿河源分公司")
            .share(Payer.ASSISTANCE, "0.00")
            .settled());
    var path = "/api/ledger/entries?settlementId=" + id;
    await().until(() -> ledger.get(path).at("/entries").size() == 2);
    var entries = ledger.get(path).at("/entries");
    assertThat(entries.at("/0/postings/0").toString())
        .isEqualTo(
            "{\"debit\":{\"code\":\"1901\",\"county\":\"441602\"},"
                + "\"credit\":{\"code\":\"2901\",\"hospital\":\"H44160200102\"},\"amount\":\"26845.00\"}");
    assertThat(entries.at("/0/bookedOn").asString()).isEqualTo("2026-11-22");
    assertThat(entries.at("/0/origin/partition").asInt()).isZero();
    assertThat(entries.at("/1/fund").asString()).isEqualTo("POVERTY");
    assertThat(entries.at("/1/postings/0/debit/insurer").asString()).isEqualTo("中国人寿河源分公司");
    assertThat(ledger.get("/api/ledger/entries?settlementId=" + new UUID(102, 2)).at("/entries"))
        .isEmpty();
  }

  @Test
  void pagesThroughTheSubAccountsOfAnAccount() {
    for (int i = 1; i <= 3; i++) {
      ledger.publish(
          i % 2,
          aSettlement().at("H4416020020" + i).share(Payer.SPECIAL_CARE, i + ".00").settled());
    }
    var path = "/api/ledger/accounts/2901?fund=SPECIAL_CARE&book=MEMO&limit=2";
    await().until(() -> ledger.get(path).at("/balance").asString().equals("6.00"));
    var first = ledger.get(path);
    assertThat(first.at("/subAccounts").toString())
        .isEqualTo(
            "[{\"hospital\":\"H44160200201\",\"debit\":\"0.00\",\"credit\":\"1.00\",\"balance\":\"1.00\"},"
                + "{\"hospital\":\"H44160200202\",\"debit\":\"0.00\",\"credit\":\"2.00\",\"balance\":\"2.00\"}]");
    var second = ledger.get(path + "&after=" + first.at("/next").asString());
    assertThat(second.at("/subAccounts").size()).isEqualTo(1);
    assertThat(second.at("/next").isMissingNode()).isTrue();
    assertThat(second.at("/balance").asString()).isEqualTo("6.00");
    assertThat(
            ledger
                .get("/api/ledger/accounts/1901?fund=SPECIAL_CARE")
                .at("/subAccounts/0/county")
                .asString())
        .isEqualTo("441602");
  }

  @Test
  void aCashBookThatNothingWasPostedToIsThereAndEmpty() {
    var found = ledger.get("/api/ledger/trial-balance?fund=SUPPLEMENTARY&book=CASH");
    assertThat(found.at("/accounts")).isEmpty();
    assertThat(found.at("/debit").asString()).isEqualTo("0.00");
    assertThat(found.at("/asOf").asString()).endsWith("+08:00");
  }

  @Test
  void wrongQuestionsAreAnsweredWithTheFieldTheValueAndTheRule() {
    ledger.assertProblem("/api/ledger/trial-balance", 400, "malformed", "fund", null);
    ledger.assertProblem(
        "/api/ledger/trial-balance?fund=PENSION", 400, "malformed", "fund", "PENSION");
    ledger.assertProblem(
        "/api/ledger/trial-balance?fund=BASIC&book=X", 400, "malformed", "book", "X");
    ledger.assertProblem(
        "/api/ledger/accounts/9999?fund=BASIC", 404, "unknown-account", "code", "9999");
    ledger.assertProblem(
        "/api/ledger/accounts/1003?fund=BASIC&book=MEMO", 404, "unknown-account", "code", "1003");
    ledger.assertProblem(
        "/api/ledger/accounts/2901?fund=BASIC&limit=1001", 400, "malformed", "limit", "1001");
    ledger.assertProblem(
        "/api/ledger/entries?settlementId=1", 400, "malformed", "settlementId", "1");
  }
}
