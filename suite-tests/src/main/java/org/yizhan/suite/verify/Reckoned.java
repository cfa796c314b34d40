package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stage comes to by the law, before it is limited.
 *
 * @param rule as explanations name it
 * @param exact the product or the sum of products, not rounded
 * @param cap the yearly cap; empty for none
 * @param used the rows of the law that lead to it
 */
record Reckoned(
    String rule,
    @Nullable String group,
    @Nullable BigDecimal base,
    @Nullable BigDecimal deductible,
    @Nullable BigDecimal ratio,
    @Nullable Growth growth,
    BigDecimal exact,
    Optional<BigDecimal> cap,
    List<Row> used) {

  /** How the year's base grew, and the parts of the way that are paid. */
  record Growth(BigDecimal before, BigDecimal after, List<Slice> slices) {}

  record Slice(BigDecimal from, BigDecimal to, BigDecimal ratio) {}

  static Reckoned nothing(List<Row> used) {
    return new Reckoned("none", null, null, null, null, null, Yuan.NOTHING, Optional.empty(), used);
  }

  /** (base − deductible)⁺ × ratio. */
  static Reckoned product(
      String rule,
      @Nullable String group,
      BigDecimal base,
      BigDecimal deductible,
      BigDecimal ratio,
      Optional<BigDecimal> cap,
      List<Row> used) {
    var exact = Yuan.above(base, deductible).multiply(ratio);
    return new Reckoned(rule, group, base, deductible, ratio, null, exact, cap, used);
  }

  /** The same stage with the rows that led to it. */
  Reckoned after(List<Row> earlier) {
    var all = new ArrayList<>(earlier);
    all.addAll(used);
    return new Reckoned(rule, group, base, deductible, ratio, growth, exact, cap, List.copyOf(all));
  }

  boolean isNothing() {
    return rule.equals("none");
  }

  /**
   * @param paidBefore by this payer in the year, without this stay
   */
  BigDecimal limited(BigDecimal open, BigDecimal paidBefore) {
    var wanted = Yuan.rounded(exact).min(open);
    return cap.map(limit -> wanted.min(Yuan.above(limit, paidBefore))).orElse(wanted);
  }
}
