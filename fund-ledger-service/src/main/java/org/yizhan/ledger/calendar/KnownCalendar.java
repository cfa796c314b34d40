package org.yizhan.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.chassis.parameter.YamlNode.Wrong;
import org.yizhan.ledger.calendar.Notice.Span;

/**
 * The calendar after some notices.
 *
 * @param spans the days whose calendar is known
 * @param working whether a day that is not as its day of the week is a working day
 */
record KnownCalendar(List<Span> spans, Map<LocalDate, Boolean> working) {

  static final KnownCalendar NOTHING = new KnownCalendar(List.of(), Map.of());

  KnownCalendar {
    spans = List.copyOf(spans);
    working = Map.copyOf(working);
  }

  /**
   * What the notice says of a day replaces what was said of it.
   *
   * @throws Wrong when it names a day whose calendar is still unknown
   */
  KnownCalendar after(Notice notice) {
    var all = new ArrayList<>(spans);
    if (notice.covers() != null) {
      all.add(notice.covers());
    }
    var days = new HashMap<>(working);
    notice.holidays().forEach(day -> days.put(day, false));
    notice.workdays().forEach(day -> days.put(day, true));
    var next = new KnownCalendar(all, days);
    days.keySet().stream()
        .filter(day -> !next.covers(day))
        .min(LocalDate::compareTo)
        .ifPresent(
            day -> {
              throw new Wrong(day + " is a day that neither this notice nor an earlier one covers");
            });
    return next;
  }

  boolean covers(LocalDate day) {
    return spans.stream().anyMatch(span -> span.holds(day));
  }

  /** Only of a day that is covered. */
  boolean isWorkday(LocalDate day) {
    var said = working.get(day);
    return said == null ? day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 : said;
  }

  Optional<LocalDate> last() {
    return spans.stream().map(Span::to).max(LocalDate::compareTo);
  }
}
