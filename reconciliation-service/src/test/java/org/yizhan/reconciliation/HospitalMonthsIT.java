package org.yizhan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;

/** The running service on a real broker and a real store. */
class HospitalMonthsIT {

  private static final TheReconciliation reconciliation = new TheReconciliation();

  @BeforeAll
  static void start() {
    reconciliation.start();
  }

  @AfterAll
  static void stop() {
    reconciliation.close();
  }

  @Test
  @DisplayName(
      "H21: a hospital's advances are collected month by month, each once, whatever happens on the"
          + " way")
  void collectsEachAdvanceOnceThroughRedeliveryCopiesAndARestart() {
    var hospital = "H44160200101";
    for (int i = 1; i <= 300; i++) {
      var month = i <= 200 ? "2026-11" : "2026-12";
      var event =
          aSettlement(new UUID(101, i))
              .at(hospital)
              .receivedAt(month + "-15T10:00:00+08:00")
              .paidByThePatient("0.50")
              .share(Payer.BASIC, "10.01")
              .share(Payer.ASSISTANCE, i % 2 == 0 ? "1.00" : "0.00")
              .settled();
      reconciliation.publish(i % 2, event);
      if (i % 3 == 0) {
        reconciliation.publish(i % 2, event); // the same fact at another offset
      }
      if (i % 5 == 0) {
        reconciliation.publish((i + 1) % 2, event); // and on another partition
      }
      if (i == 150) {
        reconciliation.restart();
      }
    }
    awaitCount(hospital, "2026-12", 100);
    reconciliation.redeliverEverything();
    reconciliation.publish(
        0, aSettlement(new UUID(101, 301)).at(hospital).share(Payer.BASIC, "0.01").settled());
    reconciliation.publish(
        1, aSettlement(new UUID(101, 302)).at(hospital).share(Payer.BASIC, "0.01").settled());
    awaitCount(hospital, "2026-11", 202);

    // 200 · (10.01 + 0.50) + 100 · 1.00 + 2 · (0.01 + 100.00); each payer's sum is what its books
    // owe this hospital (H8)
    assertThat(reconciliation.month(hospital, "2026-11").at("/totals").toString())
        .isEqualTo(
            "{\"count\":202,\"total\":\"2402.02\",\"advances\":{\"BASIC\":\"2002.02\",\"ASSISTANCE\":\"100.00\"},"
                + "\"patient\":\"300.00\"}");
    assertThat(reconciliation.month(hospital, "2026-12").at("/totals/total").asString())
        .isEqualTo("1101.00");
    assertThat(reconciliation.month(hospital, "2026-11").at("/lines").size()).isEqualTo(202);
  }

  private static void awaitCount(String hospital, String month, int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> reconciliation.month(hospital, month).at("/totals/count").asInt(0) == count);
  }

  @Test
  void listsLinesInOrderOfSettlementPageByPage() {
    var hospital = "H44160200102";
    // Times of settlement that as text would sort otherwise: offsets and fractions of a second.
    reconciliation.publish(
        0,
        aSettlement(new UUID(102, 4))
            .at(hospital)
            .settledAt("2026-11-22T10:00:00.5+08:00")
            .settled());
    reconciliation.publish(
        0,
        aSettlement(new UUID(102, 3))
            .at(hospital)
            .settledAt("2026-11-22T10:00:00+08:00")
            .settled());
    reconciliation.publish(
        1,
        aSettlement(new UUID(102, 2))
            .at(hospital)
            .settledAt("2026-11-22T10:00:00+08:00")
            .settled());
    reconciliation.publish(
        1, aSettlement(new UUID(102, 1)).at(hospital).settledAt("2026-11-22T01:59:59Z").settled());
    awaitCount(hospital, "2026-11", 4);

    var seen = new ArrayList<String>();
    var path = "/api/hospital-months/" + hospital + "/2026-11?limit=1";
    var page = reconciliation.get(path);
    for (;
        page.has("next");
        page = reconciliation.get(path + "&after=" + page.at("/next").asString())) {
      seen.add(page.at("/lines/0/settlementId").asString());
      assertThat(page.at("/totals/count").asInt()).isEqualTo(4);
    }
    seen.add(page.at("/lines/0/settlementId").asString());
    assertThat(seen)
        .containsExactly(
            new UUID(102, 1).toString(),
            new UUID(102, 2).toString(),
            new UUID(102, 3).toString(),
            new UUID(102, 4).toString());
  }

  @Test
  @DisplayName("H23(3): a line of the statement says what the printed sheet says")
  void showsALineAsOnTheWire() {
    var hospital = "H44160200103";
    reconciliation.publish(
        0,
        aSettlement(new UUID(103, 1))
            .at(hospital)
            .share(Payer.BASIC, "26845.00")
            .share(Payer.POVERTY, "0.00")
            .dividedBy("441600/basic/resident/cap", "441600/assistance/in-part/cap")
            .settled());
    awaitCount(hospital, "2026-11", 1);
    var found = reconciliation.month(hospital, "2026-11");
    assertThat(found.at("/lines/0").toString())
        .isEqualTo(
            """
            {"lineId":"00000000-0000-0067-0000-000000000001",\
            "settlementId":"00000000-0000-0067-0000-000000000001","encounterId":"ZY2026112200001",\
            "maskedId":"441600********0014","category":"DIBAO","scheme":"RESIDENT","county":"441602",\
            "admissionDate":"2026-11-01","dischargeDate":"2026-11-22","settledAt":"2026-11-22T10:00:01+08:00",\
            "total":"26945.00","inPolicy":"26945.00","advances":{"BASIC":"26845.00"},"patient":"100.00",\
            "reversal":false,"revisionId":null,"cause":null,"reason":null,"revisedAt":null,\
            "illustrative":["441600/assistance/in-part/cap","441600/basic/resident/cap"]}\
            """);
    assertThat(found.at("/state").asString()).isEqualTo("OPEN");
    assertThat(found.at("/month").asString()).isEqualTo("2026-11");
  }

  @Test
  @DisplayName("H23(3): the statement of advances comes as a file")
  void givesTheStatementAsAFile() {
    var hospital = "H44160200104";
    reconciliation.publish(0, aSettlement().at(hospital).share(Payer.BASIC, "1.00").settled());
    reconciliation.publish(1, aSettlement().at(hospital).share(Payer.BASIC, "2.00").settled());
    awaitCount(hospital, "2026-11", 2);
    var file = reconciliation.file(hospital, "2026-11");
    assertThat(file.headers().firstValue("content-type").orElseThrow())
        .isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment")
        .contains("advances-H44160200104-2026-11.csv");
    assertThat(file.body())
        .startsWith("\uFEFF序号/number,")
        .contains("合计/total,,,,,,,,,,203.00,203.00,3.00,");
    assertThat(file.body().lines()).hasSize(4);
    assertThat(reconciliation.file(hospital, "2026-10").statusCode()).isEqualTo(404);
    assertThat(reconciliation.file(hospital, "2026-10").body()).contains("unknown-hospital-month");
  }

  @Test
  void listsTheMonthsOfAHospital() {
    var hospital = "H44160200105";
    for (var month : new String[] {"2026-12", "2026-10", "2026-11"}) {
      reconciliation.publish(
          0, aSettlement().at(hospital).receivedAt(month + "-01T00:00:00+08:00").settled());
      // The neighbour's months sort right behind.
      reconciliation.publish(
          0, aSettlement().at(hospital + "1").receivedAt(month + "-01T00:00:00+08:00").settled());
      awaitCount(hospital + "1", month, 1);
    }
    var first = reconciliation.get("/api/hospital-months/" + hospital + "?limit=2");
    assertThat(first.at("/months").size()).isEqualTo(2);
    assertThat(first.at("/months/0/month").asString()).isEqualTo("2026-10");
    assertThat(first.at("/months/0/totals/count").asInt()).isEqualTo(1);
    assertThat(first.at("/next").asString()).isEqualTo("2026-11");
    var second = reconciliation.get("/api/hospital-months/" + hospital + "?limit=2&after=2026-11");
    assertThat(second.at("/months").size()).isEqualTo(1);
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void wrongQuestionsAreAnsweredWithTheFieldTheValueAndTheRule() {
    var path = "/api/hospital-months/H44160299999";
    reconciliation.assertProblem(path + "/2026-13", 400, "malformed", "month", "2026-13");
    reconciliation.assertProblem(path + "/november", 400, "malformed", "month", "november");
    reconciliation.assertProblem(path + "/2026-11?limit=0", 400, "malformed", "limit", "0");
    reconciliation.assertProblem(path + "/2026-11?after=x", 400, "malformed", "after", "x");
    reconciliation.assertProblem(
        path + "/2026-11", 404, "unknown-hospital-month", "hospitalCode", "H44160299999");
    reconciliation.assertProblem(path, 404, "unknown-hospital", "hospitalCode", "H44160299999");
  }
}
