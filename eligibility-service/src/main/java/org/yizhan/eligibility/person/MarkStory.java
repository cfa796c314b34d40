package org.yizhan.eligibility.person;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;

/**
 * One category of a person as one agency tells it for one city, report after report in {@link
 * ReportOrder}. At most one interval holds at a time.
 */
final class MarkStory {

  /**
   * One rendering of one instant, wherever the report was decoded, so that the same facts give the
   * same bytes.
   */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final List<Mark> intervals = new ArrayList<>();

  void tell(MarkReported report) {
    switch (report.kind()) {
      // A mark that joins while it holds has moved or was renewed: like a change, it starts a new
      // stretch.
      case JOINED, CHANGED -> {
        endBefore(report.effectiveFrom(), null);
        intervals.add(begun(report));
      }
      // Only the county that holds the mark can end it: after a move the old county's report ends
      // nothing.
      case LEFT -> endBefore(report.effectiveFrom(), report.county());
    }
  }

  /** An interval that began on that very day never held: it was replaced, or withdrawn. */
  private void endBefore(LocalDate day, @Nullable String county) {
    if (intervals.isEmpty()) {
      return;
    }
    var last = intervals.getLast();
    if (county != null && !county.equals(last.county())) {
      return;
    }
    intervals.removeLast();
    if (last.effectiveFrom().isBefore(day)) {
      intervals.add(ended(last, ReportOrder.earlier(last.effectiveTo(), day.minusDays(1))));
    }
  }

  private static Mark begun(MarkReported report) {
    return new Mark(
        report.category(),
        report.county(),
        report.origin().agency(),
        report.effectiveFrom(),
        report.effectiveTo(),
        report.basis(),
        OffsetDateTime.ofInstant(report.origin().receivedAt().toInstant(), CHINA),
        report.standardPercent());
  }

  private static Mark ended(Mark mark, LocalDate to) {
    return new Mark(
        mark.category(),
        mark.county(),
        mark.agency(),
        mark.effectiveFrom(),
        to,
        mark.basis(),
        mark.recordedAt(),
        mark.standardPercent());
  }

  List<Mark> marks() {
    return List.copyOf(intervals);
  }
}
