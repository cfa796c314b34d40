package org.yizhan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;

/** Settlements that come to stand otherwise, in the running service. */
class RevisionsIT {

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
  @DisplayName("H21, H23(3): a cancellation is taken back in the open month, by lines that say why")
  void takesBackInTheOpenMonth() {
    var hospital = "H44160200201";
    var reversed = reconciliation.metric("yizhan_advances_reversed_fen_total");
    var advanced = reconciliation.metric("yizhan_advances_fen_total");
    var revised = settleTwoInNovemberAndCancelTheFirstInDecember(hospital, 201);
    awaitCount(hospital, "2026-12", 3);

    assertThat(totalsOf(hospital, "2026-11"))
        .isEqualTo(
            "{\"count\":2,\"total\":\"245.00\",\"advances\":{\"BASIC\":\"65.00\"},\"patient\":\"180.00\"}");
    assertThat(totalsOf(hospital, "2026-12"))
        .isEqualTo(
            "{\"count\":3,\"total\":\"-145.00\",\"advances\":{\"BASIC\":\"-55.00\",\"ASSISTANCE\":\"2.50\"},"
                + "\"patient\":\"-92.50\"}");
    assertThat(reconciliation.month(hospital, "2026-12").at("/lines/0").toString())
        .isEqualTo(
            """
            {"lineId":"%s","settlementId":"%s","encounterId":"ZY2026112200001",\
            "maskedId":"441600********0014","category":"DIBAO","scheme":"RESIDENT","county":"441602",\
            "admissionDate":"2026-11-01","dischargeDate":"2026-11-22","settledAt":"2026-11-22T10:00:01+08:00",\
            "total":"-145.00","inPolicy":"-145.00","advances":{"BASIC":"-45.00"},"patient":"-100.00",\
            "reversal":true,"revisionId":"%s","cause":"CANCELLATION","reason":"discharged by mistake",\
            "revisedAt":"2026-12-01T12:00:01+08:00","illustrative":[]}\
            """
                .formatted(
                    lineId(revised, new UUID(201, 1), "before"),
                    new UUID(201, 1),
                    revised.revisionId()));
    assertThat(reconciliation.file(hospital, "2026-12").body())
        .contains(",-145.00,-145.00,-45.00,0.00,0.00,0.00,0.00,0.00,-100.00,true,CANCELLATION")
        .contains("合计/total,,,,,,,,,,-145.00,-145.00,-55.00,0.00,0.00,0.00,2.50,0.00,-92.50,,");
    // Counted once the totals are written.
    await()
        .until(
            () ->
                reconciliation.metric("yizhan_advances_reversed_fen_total") - reversed
                    == 4500 + 2000);
    await()
        .until(
            () ->
                reconciliation.metric("yizhan_advances_fen_total") - advanced
                    == 4500 + 2000 + 1000 + 250);
  }

  @Test
  @DisplayName("H21: what comes again adds nothing, whatever happens on the way")
  void addsNothingTwice() {
    var hospital = "H44160200202";
    var revised = settleTwoInNovemberAndCancelTheFirstInDecember(hospital, 202);
    awaitCount(hospital, "2026-12", 3);
    var before = totalsOf(hospital, "2026-12");

    reconciliation.publish(0, revised); // the same fact at another offset
    reconciliation.publish(1, revised); // and on another partition
    reconciliation.redeliverEverything();
    // What comes last on each partition shows that everything before it was read.
    for (int partition = 0; partition < 2; partition++) {
      reconciliation.publish(
          partition,
          aSettlement(new UUID(202, 10 + partition))
              .at(hospital)
              .receivedAt("2026-10-01T00:00:00+08:00")
              .settled());
    }
    awaitCount(hospital, "2026-10", 2);

    assertThat(totalsOf(hospital, "2026-12")).isEqualTo(before);
    assertThat(reconciliation.month(hospital, "2026-12").at("/lines").size()).isEqualTo(3);
    assertThat(reconciliation.healthStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("H21: a settlement cancelled in its own month nets to zero there")
  void netsToZeroInItsOwnMonth() {
    var hospital = "H44160200203";
    var settlement = aSettlement(new UUID(203, 1)).at(hospital).share(Payer.ASSISTANCE, "5.00");
    reconciliation.publish(0, settlement.settled());
    reconciliation.publish(0, settlement.cancelledOn("2026-11-30"));
    awaitCount(hospital, "2026-11", 2);
    assertThat(totalsOf(hospital, "2026-11"))
        .isEqualTo(
            "{\"count\":2,\"total\":\"0.00\",\"advances\":{\"ASSISTANCE\":\"0.00\"},\"patient\":\"0.00\"}");
  }

  @Test
  void listsLinesInOrderOfEntryPageByPage() {
    var hospital = "H44160200204";
    var revised = settleTwoInNovemberAndCancelTheFirstInDecember(hospital, 204);
    // One before and one behind the revision, by their times of settlement.
    var times = List.of("2026-12-01T12:00:00+08:00", "2026-12-01T12:00:02+08:00");
    for (int i = 0; i < 2; i++) {
      reconciliation.publish(
          1,
          aSettlement(new UUID(204, 10 + i))
              .at(hospital)
              .receivedAt(times.get(i))
              .settledAt(times.get(i))
              .settled());
    }
    awaitCount(hospital, "2026-12", 5);

    var seen = new ArrayList<String>();
    var path = "/api/hospital-months/" + hospital + "/2026-12?limit=1";
    var page = reconciliation.get(path);
    for (;
        page.has("next");
        page = reconciliation.get(path + "&after=" + page.at("/next").asString())) {
      seen.add(page.at("/lines/0/lineId").asString());
    }
    seen.add(page.at("/lines/0/lineId").asString());
    assertThat(seen)
        .containsExactly(
            new UUID(204, 10).toString(),
            lineId(revised, new UUID(204, 1), "before"),
            lineId(revised, new UUID(204, 2), "before"),
            lineId(revised, new UUID(204, 2), "after"),
            new UUID(204, 11).toString());
  }

  /** 45.00 of BASIC are cancelled; the later 20.00 become 10.00, and 2.50 of ASSISTANCE. */
  private static ClaimsRevised settleTwoInNovemberAndCancelTheFirstInDecember(
      String hospital, int test) {
    var first = aSettlement(new UUID(test, 1)).at(hospital).share(Payer.BASIC, "45.00");
    var second =
        aSettlement(new UUID(test, 2))
            .at(hospital)
            .paidByThePatient("80.00")
            .share(Payer.BASIC, "20.00");
    var since =
        aSettlement(new UUID(test, 2))
            .at(hospital)
            .paidByThePatient("87.50")
            .share(Payer.BASIC, "10.00")
            .share(Payer.ASSISTANCE, "2.50");
    var revised =
        first.cancelledOn("2026-12-01", new Revision(second.standing(), since.standing()));
    reconciliation.publish(0, first.settled());
    reconciliation.publish(0, second.settled());
    reconciliation.publish(0, revised);
    return revised;
  }

  private static String lineId(ClaimsRevised revised, UUID settlementId, String which) {
    return DerivedId.of("revision-line", revised.revisionId(), settlementId, which).toString();
  }

  private static String totalsOf(String hospital, String month) {
    return reconciliation.month(hospital, month).at("/totals").toString();
  }

  private static void awaitCount(String hospital, String month, int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> reconciliation.month(hospital, month).at("/totals/count").asInt(0) == count);
  }
}
