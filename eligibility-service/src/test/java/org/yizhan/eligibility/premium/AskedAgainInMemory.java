package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fake passes {@link AskedAgainContract} as the store does. */
final class AskedAgainInMemory implements AskedAgain {

  private final TreeMap<LocalDate, Round> rounds = new TreeMap<>();

  @Override
  public void begin(LocalDate day) {
    rounds.putIfAbsent(day, new Round(day, "", false));
  }

  @Override
  public Optional<Round> unfinished() {
    return Optional.ofNullable(rounds.lastEntry())
        .map(Map.Entry::getValue)
        .filter(round -> !round.finished());
  }

  @Override
  public void advance(Round before, Round after) {
    rounds.replace(before.day(), before, after);
  }
}
