package org.yizhan.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.calendar.CalendarEvent.DayBegan;
import org.yizhan.contracts.calendar.CalendarEvent.MonthEnded;

class TellingTheDaysTest extends DaysToldContract {

  private final DaysTold told = new DaysToldInMemory();
  private final List<String> said = new ArrayList<>();

  @Override
  protected DaysTold told() {
    return told;
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-,          2019-11-15, 2019-11-15",
        "-,          2019-12-01, 2019-11 2019-12-01",
        "2019-11-15, 2019-11-15, ''",
        "2019-11-15, 2019-11-14, ''",
        "2019-11-29, 2019-11-30, 2019-11-30",
        "2019-11-30, 2019-12-01, 2019-11 2019-12-01",
        // after a pause, over the end of the year and a leap day
        "2019-12-30, 2020-01-02, 2019-12-31 2019-12 2020-01-01 2020-01-02",
        "2020-02-28, 2020-03-01, 2020-02-29 2020-02 2020-03-01",
      })
  void tellsWhatTheDaysSinceTheLastOneOwe(LocalDate last, LocalDate today, String owed) {
    if (last != null) {
      told.remember(last);
    }
    var telling = new TellingTheDays(told, this::say);
    telling.upTo(today);
    telling.upTo(today);
    assertThat(String.join(" ", said)).isEqualTo(owed);
  }

  @Test
  void aDayThatCouldNotBeSaidIsSaidAgain() {
    told.remember(LocalDate.parse("2019-12-30"));
    var failing =
        new TellingTheDays(
            told,
            events -> {
              if (events.size() > 1) {
                throw new IllegalStateException("no broker");
              }
              say(events);
            });
    assertThatThrownBy(() -> failing.upTo(LocalDate.parse("2020-01-01"))).hasMessage("no broker");
    new TellingTheDays(told, this::say).upTo(LocalDate.parse("2020-01-01"));
    assertThat(said).containsExactly("2019-12-31", "2019-12", "2020-01-01");
  }

  private void say(List<CalendarEvent> events) {
    for (var event : events) {
      said.add(
          switch (event) {
            case DayBegan day -> day.date().toString();
            case MonthEnded ended -> ended.month().toString();
            case CalendarEvent.Unrecognised _ -> throw new AssertionError();
          });
    }
  }
}
