package org.yizhan.eligibility.person;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;

/**
 * A person is enrolled once at a time, wherever: intervals in order of {@code from} that do not
 * overlap. Each ends at the latest on the day before the next one begins, also where the next one
 * was reported first; the same {@code from} again replaces what was said of that day, for example
 * to end an enrolment.
 */
final class EnrolmentFold {

  private EnrolmentFold() {}

  static List<Enrolment> of(List<EnrolmentReported> reports) {
    var byFrom = new TreeMap<LocalDate, EnrolmentReported>();
    ReportOrder.sorted(reports, EnrolmentReported::from)
        .forEach(report -> byFrom.put(report.from(), report));
    return byFrom.values().stream()
        .map(
            report -> {
              var next = byFrom.higherKey(report.from());
              var to =
                  next == null ? report.to() : ReportOrder.earlier(report.to(), next.minusDays(1));
              return new Enrolment(
                  report.scheme(),
                  report.status(),
                  report.from(),
                  to,
                  report.city(),
                  report.county());
            })
        .toList();
  }
}
