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
 * @param off no working days
 * @param work working days, though on a weekend
 */
record Notice(
    LocalDate announced,
    String reference,
    @Nullable Span covers,
    Set<LocalDate> off,
    Set<LocalDate> work) {

  /** Both days belong to it. */
  record Span(LocalDate from, LocalDate to) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  Notice {
    off = Set.copyOf(off);
    work = Set.copyOf(work);
  }

  /**
   * @throws Wrong when something is missing, unknown or contradicts itself
   */
  static Notice read(YamlNode node) {
    node.requireOnly("announced", "reference", "covers", "off", "work");
    var notice =
        new Notice(
            Unit.DATE.read(node.member("announced")),
            node.text("reference"),
            node.has("covers") ? span(node.member("covers")) : null,
            days(node, "off"),
            days(node, "work"));
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
    for (var day : work) {
      if (off.contains(day)) {
        throw new Wrong(day + " cannot be both off and work");
      }
    }
    if (off.isEmpty() && work.isEmpty()) {
      throw new Wrong("a notice names days that are off or work");
    }
  }
}
