package org.yizhan.settlement.simulation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.parameter.MissingParameter;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.payerchain.PayerChain;
import org.yizhan.settlement.payerchain.PayerChain.Amounts;

/**
 * Folds years twice, side by side: as their claims were decided, and as the trial law would have
 * decided them, from the first claim of the year on and with the circumstances stored then. A whole
 * year is folded, because what its first months use up decides about the later ones; only claims of
 * the period are counted.
 */
final class Replay {

  private final Laws inForce;
  private final Laws trial;
  private final Period period;
  private final Tally tally = new Tally();

  Replay(Laws inForce, Laws trial, Period period) {
    this.inForce = inForce;
    this.trial = trial;
    this.period = period;
  }

  void add(BenefitYear year) {
    var before = Accumulators.NONE;
    var after = Accumulators.NONE;
    var capsBefore = EnumSet.noneOf(Payer.class);
    var capsAfter = EnumSet.noneOf(Payer.class);
    boolean counts = false;
    for (var claim : year.claims()) {
      boolean inPeriod = period.contains(claim.command().dischargeDate());
      var tried = tryOut(claim, after, inPeriod);
      var amounts = tried.amounts();
      before = before.plus(claim.shares(), claim.baseIncrement());
      after = after.plus(amounts.shares(), amounts.baseIncrement());
      capsBefore.addAll(capsReached(inForce, claim, claim.shares(), before));
      capsAfter.addAll(capsReached(tried.law(), claim, amounts.shares(), after));
      if (inPeriod) {
        tally.addSettlement(claim, amounts.shares());
        counts = true;
      }
    }
    if (counts) {
      tally.addPerson(capsBefore, capsAfter);
    }
  }

  Findings findings() {
    return tally.findings();
  }

  /** What a claim comes to, and by which law. */
  private record Tried(Laws law, Amounts amounts) {}

  /** What cannot be decided for want of a parameter stays as it was, and is counted. */
  private Tried tryOut(Claim claim, Accumulators before, boolean inPeriod) {
    var inPolicy = claim.command().amounts().inPolicy();
    try {
      return new Tried(
          trial, chainOf(trial, claim).amounts(claim.circumstances(), inPolicy, before));
    } catch (MissingParameter missing) {
      if (inPeriod) {
        tally.addUndecided(missing.parameter());
      }
      return new Tried(inForce, new Amounts(claim.shares(), claim.baseIncrement()));
    }
  }

  private static Set<Payer> capsReached(
      Laws laws, Claim claim, Map<Payer, Money> shares, Accumulators used) {
    return chainOf(laws, claim).capsReached(claim.circumstances(), shares, used);
  }

  private static PayerChain chainOf(Laws laws, Claim claim) {
    var coverage = claim.circumstances().coverage();
    return laws.chain(coverage.city(), coverage.scheme())
        .orElseThrow(() -> new IllegalStateException("no law for " + coverage.city()));
  }
}
