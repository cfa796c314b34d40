package org.yizhan.settlement.payerchain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/**
 * What a person's year has used up so far in one city; both schemes share it.
 *
 * @param paid by payer, in yuan
 * @param cumulativeBase the base of catastrophic insurance
 */
public record Accumulators(Map<Payer, Money> paid, Money cumulativeBase) {

  public static final Accumulators NONE = new Accumulators(Map.of(), Money.ZERO);

  public Accumulators {
    var ordered = new EnumMap<Payer, Money>(Payer.class);
    ordered.putAll(paid);
    paid = Collections.unmodifiableMap(ordered);
  }

  public Money paidBy(Payer payer) {
    return paid.getOrDefault(payer, Money.ZERO);
  }

  /** After one more stay; a share of 0.00 posts nothing. */
  public Accumulators plus(Map<Payer, Money> shares, Money baseIncrement) {
    var sums = new EnumMap<Payer, Money>(Payer.class);
    sums.putAll(paid);
    shares.forEach(
        (payer, amount) -> {
          if (!amount.isZero()) {
            sums.merge(payer, amount, Money::plus);
          }
        });
    return new Accumulators(sums, cumulativeBase.plus(baseIncrement));
  }
}
