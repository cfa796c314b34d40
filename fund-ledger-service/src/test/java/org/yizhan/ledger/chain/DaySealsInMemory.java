package org.yizhan.ledger.chain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;

/** The fake passes {@link DaySealsContract} as the store does. */
final class DaySealsInMemory implements DaySeals {

  private final TreeMap<LocalDate, DaySeal> seals = new TreeMap<>();

  @Override
  public Optional<DaySeal> find(LocalDate date) {
    return Optional.ofNullable(seals.get(date));
  }

  @Override
  public Optional<DaySeal> last() {
    return Optional.ofNullable(seals.lastEntry()).map(last -> last.getValue());
  }

  @Override
  public boolean add(DaySeal seal) {
    return seals.putIfAbsent(seal.date(), seal) == null;
  }
}
