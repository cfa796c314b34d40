package org.yizhan.reconciliation.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.mongo.OriginalFacts;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.reconciliation.hospitalmonth.Advance;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine;
import org.yizhan.reconciliation.hospitalmonth.CollectingAdvances;
import org.yizhan.testing.ASettlement;

class LineDocumentTest {

  private final ASettlement settlement =
      aSettlement(new UUID(0, 1))
          .dividedBy("441600/basic/resident/cap")
          .share(Payer.BASIC, "45.00");
  private final Revision adjusted =
      new Revision(
          aSettlement(new UUID(0, 2)).share(Payer.BASIC, "1.00").standing(),
          aSettlement(new UUID(0, 2)).share(Payer.POVERTY, "1.00").standing());

  /** A document of before is compared with what a redelivery offers today. */
  @Test
  void aFirstLineIsStoredAsBeforeThereWereRevisions() {
    var line = advances(settlement.settled()).getFirst();
    assertThat(LineDocument.contentOf(line).toJson())
        .isEqualTo(
            """
            {"hospital": "H44160200001", "month": "2026-11", \
            "order": "2026-11-22T02:00:01.000000000/00000000-0000-0000-0000-000000000001", \
            "encounterId": "ZY2026112200001", "maskedId": "441600********0014", \
            "category": "DIBAO", "scheme": "RESIDENT", "county": "441602", \
            "admissionDate": "2026-11-01", "dischargeDate": "2026-11-22", \
            "settledAt": "2026-11-22T10:00:01+08:00", "total": 14500, "inPolicy": 14500, \
            "advances": {"BASIC": 4500}, "patient": 10000, "reversal": false}\
            """);
  }

  @Test
  void everyLineIsReadAsItWasStored() {
    assertThat(allAdvances())
        .hasSize(4)
        .allSatisfy(
            advance -> assertThat(LineDocument.read(stored(advance))).isEqualTo(advance.line()));
  }

  @Test
  void aLineThatWasStoredBeforeIllustrativeParametersWereToldTellsNone() {
    var line = advances(settlement.settled()).getFirst();
    var before = LineDocument.contentOf(line).append("_id", line.line().lineId().toString());
    assertThat(LineDocument.read(before).illustrative()).isEmpty();
    assertThat(LineDocument.read(stored(line)).illustrative())
        .containsExactly("441600/basic/resident/cap");
  }

  @Test
  void linesAreOrderedByEntryAndWhatIsTakenBackStandsFirst() {
    var byOrder =
        allAdvances()
            .sorted(Comparator.comparing(one -> stored(one).getString(LineDocument.ORDER)))
            .map(Advance::line)
            .filter(line -> line.settlementId().equals(new UUID(0, 2)))
            .map(AdvanceLine::reversal);
    assertThat(byOrder).containsExactly(true, false);
    assertThat(allAdvances().map(one -> stored(one).getString(LineDocument.ORDER)))
        .doesNotHaveDuplicates();
  }

  private Stream<Advance> allAdvances() {
    return Stream.of(settlement.settled(), settlement.cancelledOn("2026-12-01", adjusted))
        .flatMap(event -> advances(event).stream());
  }

  private static List<Advance> advances(SettlementEvent event) {
    return new CollectingAdvances(ZoneId.of("Asia/Shanghai")).advancesOf(event);
  }

  private static Document stored(Advance advance) {
    return LineDocument.contentOf(advance)
        .append(OriginalFacts.BESIDE, LineDocument.besideOf(advance))
        .append("_id", advance.line().lineId().toString());
  }
}
