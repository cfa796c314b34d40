package org.yizhan.settlement.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Settlement.Share;

/** How a share was reckoned, in words and figures. */
record Calculation(Words words) {

  private static final int PLACES_OF_A_PRODUCT = 6;

  /** Nothing where no rule was asked. */
  List<String> of(Share share) {
    var explanation = share.explanation();
    return switch (explanation.rule()) {
      case "none" -> List.of();
      case "cumulative-tier" -> tiers(explanation);
      default -> aboveDeductible(explanation);
    };
  }

  private List<String> aboveDeductible(Explanation of) {
    var base = orZero(of.base());
    var deductible = orZero(of.deductible());
    var ratio = of.ratio() == null ? new Rate(0) : of.ratio();
    var exact = product(base.above(deductible), ratio);
    var said = new ArrayList<String>();
    said.add(words.say("rule." + of.rule()));
    said.add(words.say("product", base, deductible, percent(ratio), text(exact)));
    said.addAll(ending(of, exact));
    return said;
  }

  private List<String> tiers(Explanation of) {
    var said = new ArrayList<String>();
    said.add(words.say("rule.cumulative-tier", words.name("group", String.valueOf(of.group()))));
    var base = orZero(of.base());
    if (!base.equals(of.openBefore())) {
      said.add(words.say("base.less", base, of.openBefore(), of.openBefore().above(base)));
    }
    said.add(
        words.say(
            "growth",
            base,
            orZero(of.cumulativeBefore()),
            orZero(of.cumulativeAfter()),
            orZero(of.deductible())));
    var sum = BigDecimal.ZERO;
    for (var slice : of.slices()) {
      var exact = product(slice.to().minus(slice.from()), slice.ratio());
      said.add(words.say("slice", slice.from(), slice.to(), percent(slice.ratio()), text(exact)));
      sum = sum.add(exact);
    }
    said.addAll(ending(of, sum));
    return said;
  }

  /** Rounding, then the limits, in the order in which they are applied. */
  private List<String> ending(Explanation of, BigDecimal exact) {
    var said = new ArrayList<String>();
    said.add(words.say("rounding", text(exact), text(rounded(exact))));
    if (of.capLeftBefore() == null) {
      said.add(words.say("cap.none"));
    } else {
      said.add(words.say("cap", of.capLeftBefore(), orZero(of.capLeftAfter())));
    }
    if (of.limitedBy() != null) {
      said.add(words.say("limited." + of.limitedBy()));
    }
    return said;
  }

  private static BigDecimal product(Money amount, Rate ratio) {
    return BigDecimal.valueOf(Math.multiplyExact(amount.fen(), ratio.basisPoints()))
        .movePointLeft(PLACES_OF_A_PRODUCT);
  }

  private static BigDecimal rounded(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }

  /** At least two places, more only where they say something. */
  private static String text(BigDecimal amount) {
    var brief = amount.stripTrailingZeros();
    return (brief.scale() < 2 ? brief.setScale(2) : brief).toPlainString();
  }

  /** For example {@code 65%}, {@code 72.5%}. */
  private static String percent(Rate ratio) {
    return BigDecimal.valueOf(ratio.basisPoints(), 2).stripTrailingZeros().toPlainString() + "%";
  }

  private static Money orZero(@Nullable Money amount) {
    return amount == null ? Money.ZERO : amount;
  }
}
