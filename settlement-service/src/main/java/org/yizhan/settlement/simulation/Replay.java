package org.yizhan.settlement.simulation;

import java.util.EnumSet;
import java.util.Set;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.parameter.MissingParameter;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.payerchain.PayerChain;

/**
 * Sets years as they were decided beside the same years folded again under the trial law, from the
 * first claim on and with the circumstances stored then. A whole year is folded, because what its
 * first months use up decides about the later ones; only claims of the period are counted, and
 * those that were cancelled not at all.
 */
final class Replay {

  private final LawBook book;
  private final Refolding refolding;
  private final Laws trial;
  private final Period period;
  private final Tally tally = new Tally();

  Replay(LawBook book, Laws trial, Period period) {
    this.book = book;
    this.refolding = new Refolding(book);
    this.trial = trial;
    this.period = period;
  }

  void add(BenefitYear decided) {
    var tried = refolding.fold(decided, this::standing).year();
    var before = new Side();
    var after = new Side();
    boolean counts = false;
    for (int i = 0; i < decided.claims().size(); i++) {
      var was = decided.claims().get(i);
      if (was.stands()) {
        var is = tried.claims().get(i);
        before.add(was);
        after.add(is);
        if (isCounted(was)) {
          tally.addSettlement(was, is.shares());
          counts = true;
        }
      }
    }
    if (counts) {
      tally.addPerson(before.capsReached, after.capsReached);
    }
  }

  Findings findings() {
    return tally.findings();
  }

  private boolean isCounted(Claim claim) {
    return period.contains(claim.command().dischargeDate());
  }

  /** What the trial law has no number for stays under the law of its decision, and is counted. */
  private Standing standing(Claim claim) {
    var stay = claim.circumstances();
    try {
      // Which numbers are needed does not depend on the amount.
      chainOf(claim, trial).amounts(stay, Money.ZERO, Accumulators.NONE);
      return new Standing.Under(stay, trial);
    } catch (MissingParameter missing) {
      if (isCounted(claim)) {
        tally.addUndecided(missing.parameter());
      }
      return Standing.AS_DECIDED;
    }
  }

  private static PayerChain chainOf(Claim claim, Laws law) {
    var coverage = claim.circumstances().coverage();
    return law.chain(coverage.city(), coverage.scheme())
        .orElseThrow(() -> new IllegalStateException("no law for " + coverage.city()));
  }

  /** One way to tell a year, while its claims are added one after the other. */
  private final class Side {

    private final Set<Payer> capsReached = EnumSet.noneOf(Payer.class);
    private Accumulators used = Accumulators.NONE;

    void add(Claim claim) {
      used = used.plus(claim.shares(), claim.baseIncrement());
      var law = claim.parameterHash().equals(trial.hash()) ? trial : book.of(claim.parameterHash());
      capsReached.addAll(
          chainOf(claim, law).capsReached(claim.circumstances(), claim.shares(), used));
    }
  }
}
