package org.yizhan.settlement.readjudication;

import java.util.function.Consumer;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.Refold;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.simulation.LawOnTrial;
import org.yizhan.settlement.simulation.Period;

/**
 * Folds years again by a law that reaches back. It decides the claims discharged in the period; the
 * others keep the law of their decision, and only what is used up before them may differ. Pure.
 */
public final class NewLaw {

  private final Refolding refolding;
  private final LawOnTrial law;

  public NewLaw(Refolding refolding, Laws law) {
    this.refolding = refolding;
    this.law = new LawOnTrial(law);
  }

  String hash() {
    return law.law().hash();
  }

  /** Whether it is the law of this hash. */
  public boolean is(String parameterHash) {
    return hash().equals(parameterHash);
  }

  /**
   * @param missing is told of a parameter that has no value for a claim of the period; the claim
   *     stays under the law of its decision
   */
  public Refold fold(BenefitYear year, Period period, Consumer<String> missing) {
    return refolding.fold(year, claim -> standing(claim, period, missing));
  }

  private Standing standing(Claim claim, Period period, Consumer<String> missing) {
    return period.contains(claim.command().dischargeDate()) && !is(claim.parameterHash())
        ? law.over(claim, missing)
        : Standing.AS_DECIDED;
  }
}
