package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.HEYUAN_2;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Hospital;
import org.yizhan.suite.door.Reply;
import tools.jackson.databind.JsonNode;

/** A settlement is taken back: year, books and statements as if it had never been. */
class CancellationIT {

  private static House house;

  @BeforeAll
  static void open() {
    house = House.shared();
  }

  private static Reply cancel(JsonNode settlement, String body) throws IOException {
    var path = "/api/settlements/" + settlement.path("settlementId").asString() + "/cancellation";
    return house.post(path, body);
  }

  @Test
  @DisplayName(
      "H21: a cancellation is refused while later settlements would change, names them, and with"
          + " cascade adjusts them")
  void takesASettlementBackWithAllThatHangsOnIt() throws Exception {
    var citizen = People.inHeyuan().with(Category.REGISTERED_POOR.since("2019-07-01"));
    var twin = People.inHeyuan().with(Category.REGISTERED_POOR.since("2019-07-01"));
    house.register(citizen, twin);
    var first =
        house.settled(
            Stay.in(HEYUAN_3).of(citizen, bill("42000.00", "5000.00", "0.00", "3000.00")));
    var laterBill = bill("150000.00", "0.00", "0.00", "2000.00");
    var later = house.settled(Stay.in(HEYUAN_2).of(citizen, laterBill));
    var alone = house.settled(Stay.in(HEYUAN_2).of(twin, laterBill));
    assertThat(later.path("patient")).isNotEqualTo(alone.path("patient"));

    var refused = cancel(first, "{\"reason\": \"sent by mistake\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("code").asString()).isEqualTo("later-settlements");
    var named = refused.json().path("adjustments").path(0);
    assertThat(named.path("settlementId")).isEqualTo(later.path("settlementId"));
    assertThat(named.path("patientAfter")).isEqualTo(alone.path("patient"));
    assertThat(standing(first).path("status").asString()).isEqualTo("SETTLED");

    var adjust = "{\"reason\": \"sent by mistake\", \"cascade\": \"adjust\"}";
    var cancelled = cancel(first, adjust);
    assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
    assertThat(cancelled.json().path("adjustments")).hasSize(1);
    assertThat(cancel(first, adjust).text()).isEqualTo(cancelled.text());
    assertThat(standing(first).path("status").asString()).isEqualTo("CANCELLED");
    assertThat(standing(later).path("patient")).isEqualTo(alone.path("patient"));
    var year = "/api/persons/%s/benefit-years/2019";
    assertThat(house.get(year.formatted(first.path("personNumber").asString())).path("yearToDate"))
        .isEqualTo(
            house.get(year.formatted(alone.path("personNumber").asString())).path("yearToDate"));

    assertNetOfEntriesIs(first, Map.of());
    assertNetOfEntriesIs(later, shares(alone));
    assertStatementsAreThePayables();
  }

  private static JsonNode standing(JsonNode settlement) throws IOException {
    return house.get("/api/settlements/" + settlement.path("settlementId").asString());
  }

  private static Map<String, Long> shares(JsonNode settlement) {
    var shares = new HashMap<String, Long>();
    for (var share : settlement.path("shares")) {
      long fen = fen(share.path("amount"));
      if (fen != 0) {
        shares.put(share.path("payer").asString(), fen);
      }
    }
    return shares;
  }

  private static long fen(JsonNode amount) {
    return Long.parseLong(amount.asString().replace(".", ""));
  }

  private static void assertNetOfEntriesIs(JsonNode settlement, Map<String, Long> expected)
      throws Exception {
    house.lags().awaitNone(PATIENCE);
    var id = settlement.path("settlementId").asString();
    var net = new HashMap<String, Long>();
    for (var entry : house.get("/api/ledger/entries?settlementId=" + id).path("entries")) {
      for (var posting : entry.path("postings")) {
        boolean owed = posting.path("debit").path("code").asString().equals("1901");
        long fen = fen(posting.path("amount"));
        net.merge(entry.path("fund").asString(), owed ? fen : -fen, Long::sum);
      }
    }
    net.values().removeIf(fen -> fen == 0);
    assertThat(net).isEqualTo(expected);
  }

  private static void assertStatementsAreThePayables() throws Exception {
    house.lags().awaitNone(PATIENCE);
    var sums = house.books().read();
    for (var hospital : List.of(HEYUAN_2, HEYUAN_3).stream().map(Hospital::code).toList()) {
      for (var payer : Payer.values()) {
        assertThat(sums.sum("statements of " + hospital, " " + payer))
            .as(payer + " at " + hospital)
            .isEqualTo(sums.sum("payable " + payer, " to " + hospital));
      }
    }
  }
}
