package org.yizhan.settlement.simulation;

import java.util.EnumSet;
import java.util.Set;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.payerchain.Laws;

/**
 * Sets years as they were decided beside the same years folded again under the trial law, from the
 * first claim on and with the circumstances stored then. A whole year is folded, because what its
 * first months use up decides about the later ones; only claims of the period are counted, and
 * those that were cancelled not at all.
 */
final class Replay {

  private final LawBook book;
  private final Refolding refolding;
  private final LawOnTrial trial;
  private final Period period;
  private final Tally tally = new Tally();

  Replay(LawBook book, Laws trial, Period period) {
    this.book = book;
    this.refolding = new Refolding(book);
    this.trial = new LawOnTrial(trial);
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
          tally.add(Compared.of(was, is.shares()));
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

  private Standing standing(Claim claim) {
    return trial.over(
        claim,
        missing -> {
          if (isCounted(claim)) {
            tally.addUndecided(missing);
          }
        });
  }

  /** One way to tell a year, while its claims are added one after the other. */
  private final class Side {

    private final Set<Payer> capsReached = EnumSet.noneOf(Payer.class);
    private Accumulators used = Accumulators.NONE;

    void add(Claim claim) {
      used = used.plus(claim.shares(), claim.baseIncrement());
      var law = trial.law();
      if (!claim.parameterHash().equals(law.hash())) {
        law = book.of(claim.parameterHash());
      }
      capsReached.addAll(
          LawOnTrial.chainOf(claim, law).capsReached(claim.circumstances(), claim.shares(), used));
    }
  }
}
