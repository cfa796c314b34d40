package org.yizhan.settlement.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.yizhan.contracts.Money;

/** What was paid, and what would have been. */
public record Effect(Money before, Money after) {

  public static final Effect NONE = new Effect(Money.ZERO, Money.ZERO);

  public Effect plus(Effect other) {
    return new Effect(before.plus(other.before), after.plus(other.after));
  }

  /** Half up to the fen. */
  Effect dividedBy(int parts) {
    return new Effect(dividedBy(before, parts), dividedBy(after, parts));
  }

  private static Money dividedBy(Money amount, int parts) {
    var exact = BigDecimal.valueOf(amount.fen());
    return Money.ofFen(
        exact.divide(BigDecimal.valueOf(parts), 0, RoundingMode.HALF_UP).longValueExact());
  }

  /** An amount changed in the same ratio, half up to the fen; there was something before. */
  Money scaled(Money amount) {
    return Money.ofFen(
        BigDecimal.valueOf(amount.fen())
            .multiply(BigDecimal.valueOf(after.fen()))
            .divide(BigDecimal.valueOf(before.fen()), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  /** After less before in yuan, with two places and a sign when it is less: {@code -12.50}. */
  public String difference() {
    return BigDecimal.valueOf(Math.subtractExact(after.fen(), before.fen()), 2).toPlainString();
  }
}
