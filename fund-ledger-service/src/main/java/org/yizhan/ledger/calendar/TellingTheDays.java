package org.yizhan.ledger.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.calendar.CalendarEvent.DayBegan;
import org.yizhan.contracts.calendar.CalendarEvent.MonthEnded;

/** Tells each day once it has begun, and after a pause those that were missed. */
public final class TellingTheDays {

  private final DaysTold told;
  private final Consumer<List<CalendarEvent>> say;

  /**
   * @param say returns when all are acknowledged, or throws; a day may then be said again
   */
  public TellingTheDays(DaysTold told, Consumer<List<CalendarEvent>> say) {
    this.told = told;
    this.say = say;
  }

  /** A suite that has told no day yet begins with today. A clock set back tells nothing. */
  public void upTo(LocalDate today) {
    var day = told.last().orElseGet(() -> today.minusDays(1));
    while (day.isBefore(today)) {
      day = day.plusDays(1);
      say.accept(owed(day));
      told.remember(day);
    }
  }

  /** What the beginning of this day owes: the month that ended comes before the day. */
  static List<CalendarEvent> owed(LocalDate day) {
    var events = new ArrayList<CalendarEvent>();
    if (day.getDayOfMonth() == 1) {
      events.add(new MonthEnded(YearMonth.from(day).minusMonths(1)));
    }
    events.add(new DayBegan(day));
    return List.copyOf(events);
  }
}
