package org.yizhan.eligibility.person;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.yizhan.contracts.eligibility.Coverage.Filing;
import org.yizhan.contracts.roster.RosterEvent.FilingReported;

/**
 * Off-site filings (H2). A person may have several for different destinations at once; the same
 * destination from the same day again replaces, for example to end a filing.
 */
final class FilingFold {

  private FilingFold() {}

  private record Key(LocalDate from, String destination) {}

  static List<Filing> of(List<FilingReported> reports) {
    var filings = new LinkedHashMap<Key, Filing>();
    for (var report : ReportOrder.sorted(reports, FilingReported::from)) {
      filings.put(
          new Key(report.from(), report.destination()),
          new Filing(report.from(), report.to(), report.destination()));
    }
    return filings.values().stream()
        .sorted(comparing(Filing::from).thenComparing(Filing::destination))
        .toList();
  }
}
