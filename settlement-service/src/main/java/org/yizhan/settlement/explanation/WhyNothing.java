package org.yizhan.settlement.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;

/**
 * Why a payer pays nothing, read from the figures of its explanation: the settlement's own reason
 * is one sentence in one language.
 *
 * @param places what the text is filled with
 */
record WhyNothing(Kind kind, List<Object> places) {

  /** Each has a text {@code why.<name>}. */
  enum Kind {
    NO_FILING,
    FILED_STAYS_BEGIN_LATER,
    FUNCTION_CLOSED,
    NO_MARK,
    NOTHING_IN_POLICY,
    NOTHING_OPEN,
    IN_POLICY_BELOW_DEDUCTIBLE,
    OPEN_BELOW_DEDUCTIBLE,
    RATIO_ZERO,
    BASE_DOES_NOT_GROW,
    BASE_BELOW_DEDUCTIBLE,
    ABOVE_LAST_TIER,
    CAP_USED_UP,
    ROUNDS_TO_NOTHING
  }

  private static WhyNothing of(Kind kind, Object... places) {
    return new WhyNothing(kind, List.of(places));
  }

  /**
   * @param place of the stay
   * @param of a share of 0.00
   */
  static WhyNothing of(Place place, Explanation of) {
    return switch (of.rule()) {
      case "none" -> closed(place, of);
      case "cumulative-tier" -> ofTiers(of);
      default -> ofBase(of);
    };
  }

  /** No rule was asked; the parameters that were asked instead tell which door was shut. */
  private static WhyNothing closed(Place place, Explanation of) {
    var begins = of.parameters().stream().anyMatch(used -> isOf(used, "filed-stays-from"));
    var function = of.parameters().stream().anyMatch(used -> isOf(used, "needs-open-function"));
    var last = of.parameters().getLast();
    if (place == Place.UNFILED && isOf(last, "payers-that-need-a-filing")) {
      return of(Kind.NO_FILING, last.reference());
    }
    if (begins && !function) {
      return of(Kind.FILED_STAYS_BEGIN_LATER, last.value(), last.reference());
    }
    return function && !begins
        ? of(Kind.FUNCTION_CLOSED, last.reference())
        : of(Kind.NO_MARK, of.parameters().getFirst().reference());
  }

  private static boolean isOf(ParameterUsed used, String key) {
    return used.name().endsWith("/off-site/" + key);
  }

  private static WhyNothing ofTiers(Explanation of) {
    if (isZero(of.base())) {
      return of(Kind.BASE_DOES_NOT_GROW);
    }
    if (orZero(of.cumulativeAfter()).compareTo(orZero(of.deductible())) <= 0) {
      return of(Kind.BASE_BELOW_DEDUCTIBLE, orZero(of.deductible()));
    }
    return of.slices().isEmpty() ? of(Kind.ABOVE_LAST_TIER) : cut(of);
  }

  private static WhyNothing ofBase(Explanation of) {
    var stay = of.rule().equals("stay");
    if (isZero(of.base())) {
      return of(stay ? Kind.NOTHING_IN_POLICY : Kind.NOTHING_OPEN);
    }
    if (orZero(of.base()).compareTo(orZero(of.deductible())) <= 0) {
      return of(
          stay ? Kind.IN_POLICY_BELOW_DEDUCTIBLE : Kind.OPEN_BELOW_DEDUCTIBLE,
          orZero(of.deductible()));
    }
    return of.ratio() != null && of.ratio().basisPoints() == 0 ? of(Kind.RATIO_ZERO) : cut(of);
  }

  private static WhyNothing cut(Explanation of) {
    return of(of.limitedBy() == null ? Kind.ROUNDS_TO_NOTHING : Kind.CAP_USED_UP);
  }

  private static boolean isZero(@Nullable Money amount) {
    return orZero(amount).isZero();
  }

  private static Money orZero(@Nullable Money amount) {
    return amount == null ? Money.ZERO : amount;
  }
}
