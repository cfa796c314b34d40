package org.yizhan.settlement.simulation;

import java.math.BigDecimal;
import org.yizhan.contracts.Money;

/** What was paid, and what would have been. */
public record Effect(Money before, Money after) {

  static final Effect NONE = new Effect(Money.ZERO, Money.ZERO);

  Effect plus(Effect other) {
    return new Effect(before.plus(other.before), after.plus(other.after));
  }

  /** After less before in yuan, with two places and a sign when it is less: {@code -12.50}. */
  public String difference() {
    return BigDecimal.valueOf(Math.subtractExact(after.fen(), before.fen()), 2).toPlainString();
  }
}
