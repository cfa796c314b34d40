package org.yizhan.settlement.simulation;

import java.util.function.Consumer;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.Money;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.payerchain.PayerChain;

/** A law laid over claims that another one decided. */
public record LawOnTrial(Laws law) {

  /**
   * By this law and the facts of its decision. What the law has no number for stays under the law
   * of its decision.
   *
   * @param missing is told of the parameter then
   */
  public Standing over(Claim claim, Consumer<String> missing) {
    var stay = claim.circumstances();
    try {
      // Which numbers are needed does not depend on the amount.
      chainOf(claim, law).amounts(stay, Money.ZERO, Accumulators.NONE);
      return new Standing.Under(stay, law);
    } catch (MissingParameter without) {
      missing.accept(without.parameter());
      return Standing.AS_DECIDED;
    }
  }

  static PayerChain chainOf(Claim claim, Laws law) {
    var coverage = claim.circumstances().coverage();
    return law.chain(coverage.city(), coverage.scheme())
        .orElseThrow(() -> new IllegalStateException("no law for " + coverage.city()));
  }
}
