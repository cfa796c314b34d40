package org.yizhan.settlement.payerchain;

import org.yizhan.contracts.Money;
import org.yizhan.contracts.Rate;

/** An amount times a ratio, exact; it becomes whole fen once, at the end of a payer's stage. */
record Product(long fenBasisPoints) {

  static final Product ZERO = new Product(0);
  static final String ROUNDING = "half up to the fen";

  static Product of(Money amount, Rate ratio) {
    return new Product(Math.multiplyExact(amount.fen(), ratio.basisPoints()));
  }

  Product plus(Product other) {
    return new Product(Math.addExact(fenBasisPoints, other.fenBasisPoints));
  }

  Money roundedHalfUp() {
    return Money.ofFen(
        Math.addExact(fenBasisPoints, Rate.BASIS_POINTS_PER_ONE / 2) / Rate.BASIS_POINTS_PER_ONE);
  }
}
