package org.yizhan.roster.countylist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The days that decide about a list (county-lists.yaml).
 *
 * @param enrolmentFrom first day of the yearly enrolment for the year after; enrolmentTo the last
 * @param pushBy the day of the month by which each county has its list (H12)
 * @param warnAfter the day after which somebody is told that a county still waits
 */
public record ListRules(MonthDay enrolmentFrom, MonthDay enrolmentTo, int pushBy, int warnAfter) {

  boolean isAfterEnrolment(LocalDate day) {
    var monthDay = MonthDay.from(day);
    return monthDay.isBefore(enrolmentFrom) || monthDay.isAfter(enrolmentTo);
  }

  LocalDate dueOn(YearMonth month) {
    return month.atDay(pushBy);
  }

  boolean isLate(YearMonth month, LocalDate today) {
    return today.isAfter(month.atDay(warnAfter));
  }

  /** The rules by the day from which they hold. */
  public record Dated(NavigableMap<LocalDate, ListRules> byDay) {

    private record File(List<Row> rules) {}

    private record Row(LocalDate from, Period enrolmentPeriod, Day pushBy, Day warnAfter) {

      ListRules rules() {
        return new ListRules(
            enrolmentPeriod.from(), enrolmentPeriod.to(), pushBy.day(), warnAfter.day());
      }
    }

    private record Period(MonthDay from, MonthDay to, String status, String reference) {}

    private record Day(int day, String status, String reference) {}

    public static Dated load() {
      try (var file = ListRules.class.getResourceAsStream("/county-lists.yaml")) {
        if (file == null) {
          throw new IllegalStateException("county-lists.yaml is missing from the class path");
        }
        var byDay = new TreeMap<LocalDate, ListRules>();
        new YAMLMapper()
            .readValue(file, File.class)
            .rules()
            .forEach(row -> byDay.put(row.from(), row.rules()));
        return new Dated(byDay);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /**
     * @throws IllegalArgumentException before the first day, naming it
     */
    ListRules on(LocalDate day) {
      var found = byDay.floorEntry(day);
      if (found == null) {
        throw new IllegalArgumentException(
            """
            county lists have no rules on %s; the first hold from %s. \
            Add earlier ones to county-lists.yaml.\
            """
                .formatted(day, byDay.firstKey()));
      }
      return found.getValue();
    }
  }
}
