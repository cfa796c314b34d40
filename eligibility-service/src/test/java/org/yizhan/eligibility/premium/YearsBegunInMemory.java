package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fake passes {@link YearsBegunContract} as the store does. */
final class YearsBegunInMemory implements YearsBegun {

  private final TreeMap<Integer, BegunYear> years = new TreeMap<>();

  @Override
  public void begin(LocalDate day) {
    years.putIfAbsent(day.getYear(), new BegunYear(day.getYear(), day, "", false));
  }

  @Override
  public Optional<BegunYear> latest() {
    return Optional.ofNullable(years.lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public Optional<BegunYear> unfinished() {
    return years.values().stream().filter(year -> !year.finished()).findFirst();
  }

  @Override
  public void advance(BegunYear before, BegunYear after) {
    years.replace(before.year(), before, after);
  }
}
