package org.yizhan.ledger.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.Unit;
import org.yizhan.chassis.parameter.YamlNode;
import org.yizhan.chassis.parameter.YamlNode.Wrong;

/**
 * What a notice on holidays says.
 *
 * @param announced from this day on it is known
 * @param reference its number
 * @param covers the days whose calendar it makes known; null for a notice that changes an earlier
 *     one
 * @param holidays no working days
 * @param workdays working days, though on a weekend
 */
record Notice(
    LocalDate announced,
    String reference,
    @Nullable Span covers,
    Set<LocalDate> holidays,
    Set<LocalDate> workdays) {

  /** Both days belong to it. */
  record Span(LocalDate from, LocalDate to) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  Notice {
    holidays = Set.copyOf(holidays);
    workdays = Set.copyOf(workdays);
  }

  /**
   * @throws Wrong when something is missing, unknown or contradicts itself
   */
  static Notice read(YamlNode node) {
    node.requireOnly("announced", "reference", "covers", "holidays", "workdays");
    var notice =
        new Notice(
            Unit.DATE.read(node.member("announced")),
            node.text("reference"),
            node.has("covers") ? span(node.member("covers")) : null,
            days(node, "holidays"),
            days(node, "workdays"));
    notice.requireSense();
    return notice;
  }

  private static Span span(YamlNode node) {
    node.requireOnly("from", "to");
    var span = new Span(Unit.DATE.read(node.member("from")), Unit.DATE.read(node.member("to")));
    if (span.to().isBefore(span.from())) {
      throw new Wrong("covers must not end before it begins");
    }
    return span;
  }

  private static Set<LocalDate> days(YamlNode node, String key) {
    var days = new HashSet<LocalDate>();
    if (node.has(key)) {
      for (var item : node.member(key).items()) {
        var day = Unit.DATE.read(item);
        if (!days.add(day)) {
          throw new Wrong(day + " stands twice in " + key);
        }
      }
    }
    return days;
  }

  private void requireSense() {
    for (var day : workdays) {
      if (holidays.contains(day)) {
        throw new Wrong(day + " cannot be both a holiday and a workday");
      }
    }
    if (holidays.isEmpty() && workdays.isEmpty()) {
      throw new Wrong("a notice names holidays or workdays");
    }
  }
}
