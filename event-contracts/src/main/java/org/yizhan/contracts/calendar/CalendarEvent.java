package org.yizhan.contracts.calendar;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Time as events, on topic {@code calendar}. Each goes to every partition, so that whoever shares a
 * topic hears it; days follow each other without a gap, and may be said again.
 */
public sealed interface CalendarEvent {

  /** A day began in Asia/Shanghai. */
  @JsonTypeName("day-began.v1")
  record DayBegan(LocalDate date) implements CalendarEvent {}

  /** A month is over; said before the first day of the next one. */
  @JsonTypeName("month-ended.v1")
  record MonthEnded(YearMonth month) implements CalendarEvent {}

  /** An event of a type that this consumer does not know. Never sent. */
  record Unrecognised() implements CalendarEvent {}
}
