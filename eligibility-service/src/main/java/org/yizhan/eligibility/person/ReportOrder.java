package org.yizhan.eligibility.person;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.roster.RosterEvent;

/**
 * The order in which reports are folded: by the day they are effective from, among those of one day
 * the later said counts over the earlier said. It rests on nothing but the reports, so the order of
 * arrival across topics cannot matter. The place in the agency's topic, then the change id, decide
 * between two of the same millisecond.
 */
final class ReportOrder {

  private ReportOrder() {}

  static <E extends RosterEvent> List<E> sorted(List<E> reports, Function<E, LocalDate> from) {
    Comparator<E> order =
        comparing(from)
            .thenComparing(one -> one.origin().receivedAt().toInstant())
            .thenComparing(one -> one.origin().source().topic())
            .thenComparing(one -> one.origin().source().partition())
            .thenComparing(one -> one.origin().source().offset())
            .thenComparing(one -> one.origin().changeId());
    return reports.stream().sorted(order).toList();
  }

  /** The earlier of an end that may be open and a day. */
  static LocalDate earlier(@Nullable LocalDate end, LocalDate day) {
    return end == null || end.isAfter(day) ? day : end;
  }
}
