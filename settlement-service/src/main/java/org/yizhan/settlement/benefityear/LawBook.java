package org.yizhan.settlement.benefityear;

import org.yizhan.settlement.payerchain.Laws;

/**
 * Every set of parameters that ever decided a claim, by its hash: a claim that is divided again
 * because something else changed is divided by the law it was decided under.
 */
public interface LawBook {

  /**
   * @throws IllegalStateException when no such parameters were ever in force here
   */
  Laws of(String parameterHash);
}
