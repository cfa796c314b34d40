package org.yizhan.settlement.benefityear;

import java.util.List;
import org.yizhan.settlement.payerchain.Accumulators;

/**
 * A year folded again.
 *
 * @param year as it stands then, one version on
 * @param changed the claims of which a payer's share changed or that no longer stand, in the order
 *     of the year
 */
public record Refold(BenefitYear year, List<Changed> changed) {

  public Refold {
    changed = List.copyOf(changed);
  }

  /**
   * @param usedThen what the claims before it had used up as they were
   * @param used what they use up now
   */
  public record Changed(Claim was, Claim is, Accumulators usedThen, Accumulators used) {}
}
