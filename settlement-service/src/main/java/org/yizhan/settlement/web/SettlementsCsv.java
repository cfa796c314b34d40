package org.yizhan.settlement.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Effect;

/** Changed settlements as a CSV file (RFC 4180): a row per payer of each, amounts in yuan. */
final class SettlementsCsv {

  private final CSVPrinter printer;

  SettlementsCsv(Writer out) throws IOException {
    this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(
        "settlementId",
        "dischargeDate",
        "hospital",
        "county",
        "category",
        "payer",
        "before",
        "after",
        "difference");
  }

  void write(List<Compared> settlements) throws IOException {
    for (var settlement : settlements) {
      for (var payer : Payer.values()) {
        var effect = settlement.effectOn(payer);
        if (!effect.equals(Effect.NONE)) {
          write(settlement, payer, effect);
        }
      }
    }
  }

  private void write(Compared settlement, Payer payer, Effect effect) throws IOException {
    printer.printRecord(
        settlement.settlementId(),
        settlement.dischargeDate(),
        settlement.hospitalCode(),
        settlement.county(),
        settlement.category(),
        payer,
        effect.before(),
        effect.after(),
        effect.difference());
  }

  void flush() throws IOException {
    printer.flush();
  }
}
