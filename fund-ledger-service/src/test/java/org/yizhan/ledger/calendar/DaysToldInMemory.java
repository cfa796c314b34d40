package org.yizhan.ledger.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** The fake passes {@link DaysToldContract} as the store does. */
final class DaysToldInMemory implements DaysTold {

  private LocalDate last;

  @Override
  public Optional<LocalDate> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void remember(LocalDate day) {
    if (last == null || last.isBefore(day)) {
      last = day;
    }
  }
}
