package org.yizhan.ledger.calendar;

import java.time.LocalDate;

/** The last day of a term of working days, as far as the calendar announced so far tells it. */
public sealed interface Deadline {

  record On(LocalDate day) implements Deadline {}

  /**
   * The term reaches into a year whose calendar is not known: it never counts as one without
   * holidays.
   */
  record Undetermined(int missingYear) implements Deadline {}
}
