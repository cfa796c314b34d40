package org.yizhan.settlement.payerchain;

import org.yizhan.contracts.Money;
import org.yizhan.contracts.settlement.Settlement.Share;

/**
 * What a stage took.
 *
 * @param deductible what a basic deductible kept from being paid, else zero
 * @param baseIncrement how much the stay adds to the cumulative base of the year, else zero
 */
record Taken(Share share, Money deductible, Money baseIncrement) {

  static Taken of(Share share) {
    return new Taken(share, Money.ZERO, Money.ZERO);
  }
}
