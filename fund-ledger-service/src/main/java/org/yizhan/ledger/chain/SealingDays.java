package org.yizhan.ledger.chain;

import java.time.LocalDate;
import java.util.Optional;

/** Seals all chains once a day. */
public final class SealingDays {

  private final Links links;
  private final DaySeals seals;

  public SealingDays(Links links, DaySeals seals) {
    this.links = links;
    this.seals = seals;
  }

  /**
   * The day's seal: the one that is stored, whenever there is one. A day that was left out stays so
   * once a later one is sealed; then there is none.
   */
  public Optional<DaySeal> seal(LocalDate day) {
    var known = seals.find(day);
    if (known.isPresent()) {
      return known;
    }
    var last = seals.last();
    if (last.isPresent() && last.get().date().isAfter(day)) {
      return Optional.empty();
    }
    var seal = DaySeal.of(day, last.orElse(null), links.last(links.chains()));
    return seals.add(seal) ? Optional.of(seal) : seals.find(day);
  }
}
