package org.yizhan.settlement.web;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.settlement.simulation.Dimension;
import org.yizhan.settlement.simulation.Effect;
import org.yizhan.settlement.simulation.Findings;
import org.yizhan.settlement.simulation.RunwayEffect;

/**
 * A finished simulation as a CSV file (RFC 4180) that spreadsheets open: one row per figure, the
 * section says of what. Amounts in yuan; in section {@code cap} people, in {@code count} people and
 * settlements.
 */
final class SimulationCsv {

  private final CSVPrinter printer;

  private SimulationCsv(CSVPrinter printer) {
    this.printer = printer;
  }

  static void write(Findings findings, List<RunwayForecast> runways, Writer out)
      throws IOException {
    var csv = begin(findings, out);
    for (var cap : findings.caps()) {
      csv.printer.printRecord(
          "cap", "", cap.payer(), cap.before(), cap.after(), cap.after() - cap.before());
    }
    for (var spending : findings.spending()) {
      csv.amounts(
          "monthly-spending", spending.months() + " months", spending.fund(), spending.mean());
    }
    for (var runway : RunwayEffect.of(runways, findings)) {
      var forecast = runway.forecast();
      csv.printer.printRecord(
          "exhausted-on",
          forecast.kind() + " " + forecast.month(),
          forecast.fund(),
          forecast.exhaustedOn(),
          runway.exhaustedOn().map(LocalDate::toString).orElse("never"),
          "");
    }
    csv.printer.flush();
  }

  /** Counts and money only. */
  static void writeMoney(Findings findings, Writer out) throws IOException {
    begin(findings, out).printer.flush();
  }

  private static SimulationCsv begin(Findings findings, Writer out) throws IOException {
    var csv = new SimulationCsv(new CSVPrinter(out, CSVFormat.RFC4180));
    csv.printer.printRecord("section", "key", "payer", "before", "after", "difference");
    csv.counts(findings);
    csv.money(findings);
    return csv;
  }

  private void counts(Findings findings) throws IOException {
    printer.printRecord("count", "people", "", findings.people(), findings.people(), 0);
    printer.printRecord(
        "count", "settlements", "", findings.settlements(), findings.settlements(), 0);
    printer.printRecord("count", "changed", "", "", findings.changed(), "");
    for (var undecided : findings.undecided()) {
      printer.printRecord("undecided", undecided.parameter(), "", "", undecided.settlements(), "");
    }
  }

  private void money(Findings findings) throws IOException {
    for (var dimension : Dimension.values()) {
      var section = dimension.name().toLowerCase(Locale.ROOT);
      for (var row : findings.by(dimension)) {
        amounts(section, row.key(), row.payer(), row.effect());
      }
    }
  }

  private void amounts(String section, String key, Object payer, Effect effect) throws IOException {
    printer.printRecord(section, key, payer, effect.before(), effect.after(), effect.difference());
  }
}
