package org.yizhan.settlement.payerchain;

import org.yizhan.contracts.Money;
import org.yizhan.contracts.settlement.Settlement.Share;

/**
 * What a stage took: a finished calculation. The explanation is made from it, never beside it, and
 * only for whoever asks.
 */
interface Taken {

  Money amount();

  /** What a basic deductible kept from being paid, else zero. */
  default Money deductible() {
    return Money.ZERO;
  }

  /** How much the stay adds to the cumulative base of the year, else zero. */
  default Money baseIncrement() {
    return Money.ZERO;
  }

  /** The amount with its explanation. */
  Share share();
}
