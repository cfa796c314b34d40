package org.yizhan.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.reconciliation.hospitalmonth.Advance;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine;
import org.yizhan.reconciliation.hospitalmonth.CollectingAdvances;
import org.yizhan.testing.ASettlement;

class StatementOfAdvancesTest {

  @Test
  @DisplayName("H23(3): the statement of advances is this file")
  void isTheApprovedFile() throws IOException {
    var out = new StringWriter();
    var statement = new StatementOfAdvances(out);
    statement.add(
        line(
            aSettlement(new UUID(0, 1))
                .dividedBy("441600/basic/resident/cap", "441600/assistance/in-part/cap")
                .share(Payer.BASIC, "26845.00")
                .share(Payer.ASSISTANCE, "5926.80")));
    statement.add(
        line(
            aSettlement(new UUID(0, 2))
                .withoutCategory()
                .encounter("ZY,\"2\"")
                .dividedBy("441600/basic/resident/cap", "330300/special-care/in-part/cap")
                .paidByThePatient("12.34")
                .share(Payer.SPECIAL_CARE, "0.66")));
    // The cancelled one was never in this file, as one of an earlier month would not be.
    lines(
            aSettlement(new UUID(0, 3))
                .share(Payer.BASIC, "45.00")
                .cancelledOn(
                    "2026-12-02",
                    new Revision(
                        aSettlement(new UUID(0, 1))
                            .share(Payer.BASIC, "26845.00")
                            .share(Payer.ASSISTANCE, "5926.80")
                            .standing(),
                        aSettlement(new UUID(0, 1))
                            .paidByThePatient("133.25")
                            .share(Payer.BASIC, "26811.75")
                            .share(Payer.ASSISTANCE, "5926.80")
                            .standing())))
        .forEach(statement::add);
    statement.finish();
    try (var approved = getClass().getResourceAsStream("/approved/statement-of-advances.csv")) {
      assertThat(out).hasToString(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1,            '''=1+1'",
    "+86,             '''+86'",
    "-1,              '''-1'",
    "@SUM(A1),        '''@SUM(A1)'",
    "ZY=1,            ZY=1",
    "'=HYPERLINK(\"x\")', '\"''=HYPERLINK(\"\"x\"\")\"'",
  })
  void textThatASpreadsheetWouldRunIsMadeText(String encounter, String cell) {
    var out = new StringWriter();
    new StatementOfAdvances(out).add(line(aSettlement().encounter(encounter)));
    assertThat(out.toString().split("\r\n")[1].split(",")[2]).isEqualTo(cell);
  }

  @Test
  void aMonthWithoutLinesHasOnlyItsTotals() {
    var out = new StringWriter();
    new StatementOfAdvances(out).finish();
    assertThat(out.toString().split("\r\n")[1])
        .isEqualTo("合计/total,,,,,,,,,,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,,,");
  }

  private static AdvanceLine line(ASettlement settlement) {
    return lines(settlement.settled()).findFirst().orElseThrow();
  }

  private static Stream<AdvanceLine> lines(SettlementEvent event) {
    return new CollectingAdvances(ZoneId.of("Asia/Shanghai"))
        .advancesOf(event).stream().map(Advance::line);
  }
}
