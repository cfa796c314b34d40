package org.yizhan.settlement.payerchain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.settlement.Explanation.TierSlice;
import org.yizhan.settlement.parameter.Tier;

/**
 * How a stay moves the cumulative base of the year, and through which tiers.
 *
 * @param slices the parts of the way that lie above the deductible, tier by tier
 */
record Growth(Money before, Money increment, Money deductible, List<Slice> slices) {

  private static final Money UNBOUNDED = Money.ofFen(Long.MAX_VALUE);

  /** The part of the way that lies in one tier. */
  record Slice(Money from, Money to, Rate ratio) {

    TierSlice stated() {
      return new TierSlice(from, to, ratio);
    }
  }

  static Growth of(Money before, Money increment, Money deductible, List<Tier> tiers) {
    var after = before.plus(increment);
    var slices = new ArrayList<Slice>(tiers.size());
    var from = before.compareTo(deductible) < 0 ? deductible : before;
    for (var tier : tiers) {
      var to = after.atMost(tier.upTo().orElse(UNBOUNDED));
      if (to.compareTo(from) > 0) {
        slices.add(new Slice(from, to, tier.ratio()));
        from = to;
      }
    }
    return new Growth(before, increment, deductible, slices);
  }

  Money after() {
    return before.plus(increment);
  }

  /** The sum over the slices of their length times their ratio. */
  Product worth() {
    var sum = Product.ZERO;
    for (var slice : slices) {
      sum = sum.plus(Product.of(slice.to().minus(slice.from()), slice.ratio()));
    }
    return sum;
  }

  @Nullable String whyNothing() {
    if (increment.isZero()) {
      return "the stay adds nothing to the cumulative base of the year";
    }
    if (after().compareTo(deductible) <= 0) {
      return "the cumulative base of the year does not exceed the deductible of " + deductible;
    }
    return slices.isEmpty() ? "the cumulative base lies above the bound of the last tier" : null;
  }
}
