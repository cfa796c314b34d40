package org.yizhan.ledger.chain;

import java.time.LocalDate;
import java.util.Optional;

/** Keeps the seals, one per day. */
public interface DaySeals {

  Optional<DaySeal> find(LocalDate date);

  Optional<DaySeal> last();

  /**
   * Adds a day.
   *
   * @return whether the day was free
   */
  boolean add(DaySeal seal);
}
