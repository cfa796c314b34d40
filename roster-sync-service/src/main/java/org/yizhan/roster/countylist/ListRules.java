package org.yizhan.roster.countylist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The days that decide about a list (county-lists.yaml).
 *
 * @param enrolmentFrom first day of the yearly enrolment for the year after; enrolmentTo the last
 * @param pushBy the day of the month by which each county has its list (H12)
 * @param warnAfter the day after which somebody is told that a county still waits
 */
public record ListRules(MonthDay enrolmentFrom, MonthDay enrolmentTo, int pushBy, int warnAfter) {

  private record File(Dated enrolmentPeriod, Day pushBy, Day warnAfter) {}

  private record Dated(MonthDay from, MonthDay to) {}

  private record Day(int value) {}

  public static ListRules load() {
    try (InputStream file = ListRules.class.getResourceAsStream("/county-lists.yaml")) {
      if (file == null) {
        throw new IllegalStateException("county-lists.yaml is missing from the class path");
      }
      var read = new YAMLMapper().readValue(file, File.class);
      return new ListRules(
          read.enrolmentPeriod().from(),
          read.enrolmentPeriod().to(),
          read.pushBy().value(),
          read.warnAfter().value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAfterEnrolment(LocalDate day) {
    var monthDay = MonthDay.from(day);
    return monthDay.isBefore(enrolmentFrom) || monthDay.isAfter(enrolmentTo);
  }

  boolean isLate(YearMonth month, LocalDate today) {
    return today.isAfter(month.atDay(warnAfter));
  }
}
