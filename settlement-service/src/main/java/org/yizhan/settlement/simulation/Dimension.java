package org.yizhan.settlement.simulation;

import java.time.YearMonth;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.coverage.MarkOnStay;

/** What effects are grouped by; each claim is in exactly one group of each. */
public enum Dimension {
  ALL(claim -> "ALL"),

  /**
   * Every mark that counted for the stay, because which of them a payer goes by may change with the
   * law: {@code DIBAO}, {@code DIBAO+TEKUN}, {@code NONE}.
   */
  CATEGORY(Dimension::categories),
  HOSPITAL(claim -> claim.command().hospitalCode()),

  /** Of the discharge. */
  MONTH(claim -> YearMonth.from(claim.command().dischargeDate()).toString()),

  /** Of the enrolment. */
  COUNTY(claim -> claim.circumstances().coverage().county());

  private final Function<Claim, String> key;

  Dimension(Function<Claim, String> key) {
    this.key = key;
  }

  String keyOf(Claim claim) {
    return key.apply(claim);
  }

  private static String categories(Claim claim) {
    var marks = claim.circumstances().coverage().marks();
    return switch (marks.size()) {
      case 0 -> "NONE";
      case 1 -> marks.getFirst().category();
      default ->
          marks.stream()
              .map(MarkOnStay::category)
              .distinct()
              .sorted()
              .collect(Collectors.joining("+"));
    };
  }
}
