package org.yizhan.ledger.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Remembers up to which day the calendar was told. */
public interface DaysTold {

  Optional<LocalDate> last();

  /** An earlier day than the one remembered changes nothing. */
  void remember(LocalDate day);
}
