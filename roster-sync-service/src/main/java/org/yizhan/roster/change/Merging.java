package org.yizhan.roster.change;

import java.util.Optional;
import org.yizhan.contracts.roster.RosterEvent.Identity;

/**
 * Decides whether a number is given up for another (H12). A number is given up once, and never for
 * one that was given up for it, also in turn: what is reported under it must arrive somewhere. As
 * merges are never taken back, whoever asks again gets the same verdict.
 */
final class Merging {

  private final Merges merges;

  Merging(Merges merges) {
    this.merges = merges;
  }

  sealed interface Verdict {

    /** It is given up, by this change, now or before. */
    record GivenUp(Identity into) implements Verdict {}

    /** Another change gave it up before. */
    record GivenUpBefore(String into) implements Verdict {}

    /** The one that would stay was given up for it. */
    record ComesRound() implements Verdict {}
  }

  Verdict verdictOn(Merge offered) {
    while (true) {
      long counted = merges.count();
      var before = merges.of(offered.duplicate());
      if (before.isPresent()) {
        var into = before.get().into();
        return before.get().key().equals(offered.key())
            ? new Verdict.GivenUp(into)
            : new Verdict.GivenUpBefore(into.personNumber());
      }
      if (comesRound(offered)) {
        return new Verdict.ComesRound();
      }
      if (merges.add(offered, counted)) {
        return new Verdict.GivenUp(offered.into());
      }
      // Somebody else has added one meanwhile, and it may close a circle with this one.
    }
  }

  private boolean comesRound(Merge offered) {
    var at = Optional.of(offered.into().personNumber());
    while (at.isPresent() && !at.get().equals(offered.duplicate())) {
      at = merges.of(at.get()).map(merge -> merge.into().personNumber());
    }
    return at.isPresent();
  }
}
