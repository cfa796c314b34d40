package org.yizhan.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.chassis.parameter.BadParameterFile;

class WorkingDaysTest {

  private static final WorkingDays DAYS = WorkingDays.load(WorkingDays.SHIPPED, Optional.empty());

  @TempDir Path folder;

  @DisplayName("H20: ten working days after the close of a month")
  @ParameterizedTest(name = "{0} closes, until {1}")
  @CsvSource({
    "2019-01, 2019-02-19",
    "2019-02, 2019-03-14",
    "2019-03, 2019-04-15",
    "2019-04, 2019-05-16",
    "2019-05, 2019-06-17",
    "2019-06, 2019-07-12",
    "2019-07, 2019-08-14",
    "2019-08, 2019-09-16",
    "2019-09, 2019-10-18",
    "2019-10, 2019-11-14",
    "2019-11, 2019-12-13",
    "2019-12, 2020-01-15",
    "2020-01, 2020-02-14",
    "2020-02, 2020-03-13",
    "2020-03, 2020-04-15",
    "2020-04, 2020-05-18",
    "2020-05, 2020-06-12",
    "2020-06, 2020-07-14",
    "2020-07, 2020-08-14",
    "2020-08, 2020-09-14",
    "2020-09, 2020-10-21",
    "2020-10, 2020-11-13",
    "2020-11, 2020-12-14",
    "2020-12, 2021-01-15",
  })
  void tenWorkingDaysAfterTheClose(YearMonth month, LocalDate last) {
    var close = month.atEndOfMonth();
    assertThat(DAYS.after(close, 10, close)).isEqualTo(new Deadline.On(last));
  }

  @DisplayName("a term counted on a day knows the notices of that day, and no later one")
  @ParameterizedTest(name = "{1} days after {0}, counted on {2}: {3}")
  @CsvSource({
    // Labour Day 2019: three days off more and two weekends worked, since 22 March
    "2019-04-26, 3, 2019-03-21, 2019-05-02",
    "2019-04-26, 3, 2019-03-22, 2019-04-30",
    "2019-04-30, 1, 2019-03-21, 2019-05-02",
    "2019-04-30, 1, 2019-03-22, 2019-05-05",
    "2019-04-30, 10, 2019-03-21, 2019-05-15",
    "2019-04-30, 10, 2019-03-22, 2019-05-16",
    // Spring Festival 2020: three days longer, one of them a Saturday that was to be worked
    "2020-01-23, 1, 2020-01-25, 2020-01-31",
    "2020-01-23, 2, 2020-01-25, 2020-02-01",
    "2020-01-23, 1, 2020-01-26, 2020-02-03",
    "2020-01-23, 2, 2020-01-26, 2020-02-04",
    "2020-01-31, 10, 2020-01-25, 2020-02-13",
    "2020-01-31, 10, 2020-01-26, 2020-02-14",
    // the end of 2018 is in the notice of 2019
    "2018-12-28, 1, 2018-12-28, 2018-12-29",
    "2018-12-28, 2, 2018-12-28, 2019-01-02",
  })
  void whatWasKnown(LocalDate start, int days, LocalDate knownOn, LocalDate last) {
    assertThat(DAYS.after(start, days, knownOn)).isEqualTo(new Deadline.On(last));
  }

  @DisplayName("a year that is not known is never one without holidays: the term says which year")
  @ParameterizedTest(name = "{1} days after {0}, counted on {2}: {3}")
  @CsvSource({
    "2026-12-31, 10, 2026-12-31, 2027", // nobody has announced it
    "2026-12-30, 2, 2026-12-31, 2027",
    "2019-12-31, 10, 2019-11-20, 2020", // not announced yet
    "2018-12-27, 1, 2018-12-28, 2018",
    "2019-04-30, 10, 2018-12-05, 2019",
  })
  void aMissingYear(LocalDate start, int days, LocalDate knownOn, int year) {
    assertThat(DAYS.after(start, days, knownOn)).isEqualTo(new Deadline.Undetermined(year));
  }

  @Test
  void aTermThatEndsOnTheLastKnownDayIsDetermined() {
    var lastDay = LocalDate.parse("2026-12-31");
    assertThat(DAYS.after(LocalDate.parse("2026-12-30"), 1, lastDay))
        .isEqualTo(new Deadline.On(lastDay));
  }

  @ParameterizedTest(name = "{0} known on {1}: {2}")
  @CsvSource({
    "2019-04-28, 2019-03-21, false",
    "2019-04-28, 2019-03-22, true",
    "2019-05-02, 2019-03-21, true",
    "2019-05-02, 2019-03-22, false",
    "2020-02-01, 2020-01-25, true",
    "2020-02-01, 2020-01-26, false",
    "2026-11-21, 2026-11-22, false", // a Saturday
    "2026-11-23, 2026-11-22, true",
    "2026-10-10, 2025-11-04, true", // worked instead of a holiday
  })
  void aDay(LocalDate day, LocalDate knownOn, boolean workday) {
    assertThat(DAYS.isWorkday(day, knownOn)).isEqualTo(workday);
  }

  @Test
  void aDayOfAMissingYearIsNoAnswer() {
    assertThatThrownBy(
            () -> DAYS.isWorkday(LocalDate.parse("2027-01-04"), LocalDate.parse("2026-11-22")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2027")
        .hasMessageContaining("2026-11-22");
    assertThatThrownBy(
            () -> DAYS.after(LocalDate.parse("2026-01-01"), 0, LocalDate.parse("2026-01-01")))
        .hasMessageContaining("at least one working day");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-11-22, 39",
    "2026-12-31, 0",
    "2027-01-05, 0",
    "2019-11-20, 41",
    "2019-11-21, 406",
    "2018-12-05, 0",
  })
  void howFarTheCalendarReaches(LocalDate today, long days) {
    assertThat(DAYS.daysKnownAfter(today)).isEqualTo(days);
  }

  @Test
  void anOperatorAddsTheNoticeOfAYear() throws IOException {
    var more =
        written(
            """
            notices:
              - announced: 2026-12-01
                reference: "for a test"
                covers: { from: 2027-01-01, to: 2027-12-31 }
                holidays: [2027-01-01, 2027-01-04]
                workdays: [2027-01-09]
            """);
    var days = WorkingDays.load(WorkingDays.SHIPPED, Optional.of(more));
    var close = LocalDate.parse("2026-12-31");
    assertThat(days.after(close, 5, LocalDate.parse("2026-11-30")))
        .isEqualTo(new Deadline.Undetermined(2027));
    assertThat(days.after(close, 5, LocalDate.parse("2026-12-01")))
        .isEqualTo(new Deadline.On(LocalDate.parse("2027-01-09")));
  }

  @DisplayName("a bad file is named with its notice and the rule")
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reference: r           | rev: r                 | unknown key rev
          reference: r           | reference: ''          | reference must be a single value
          announced: 2026-12-01, | ''                     | announced is missing
          2026-12-01             | soon                   | must be a day such as 2019-07-01, was soon
          to: 2027-12-31         | to: 2026-12-31         | covers must not end before it begins
          from: 2027-01-01,      | ''                     | from is missing
          workdays: [2027-01-09]     | workdays: [2027-01-01]     | 2027-01-01 cannot be both a holiday and a workday
          holidays: [2027-01-01]      | holidays: [2027-01-01, 2027-01-01] | 2027-01-01 stands twice in holidays
          holidays: [2027-01-01]      | holidays: [2028-01-01]      | 2028-01-01 is a day that neither this notice nor an earlier one covers
          holidays: [2027-01-01]      | holidays: []                | must be a list that is not empty
          """)
  void aBadFile(String good, String bad, String rule) throws IOException {
    var notice =
        "{ announced: 2026-12-01, reference: r, covers: { from: 2027-01-01, to: 2027-12-31 },"
            + " holidays: [2027-01-01], workdays: [2027-01-09] }";
    assertThat(notice).contains(good);
    var file = written("notices:\n  - " + notice.replace(good, bad) + "\n");
    assertThatThrownBy(() -> WorkingDays.load(WorkingDays.SHIPPED, Optional.of(file)))
        .isInstanceOf(BadParameterFile.class)
        .hasMessageContaining("more.yaml, notice 1: ")
        .hasMessageContaining(rule);
  }

  private Path written(String yaml) throws IOException {
    return Files.writeString(folder.resolve("more.yaml"), yaml);
  }
}
