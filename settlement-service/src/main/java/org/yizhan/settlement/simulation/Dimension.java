package org.yizhan.settlement.simulation;

import java.time.YearMonth;
import java.util.function.Function;

/** What effects are grouped by; each settlement is in exactly one group of each. */
public enum Dimension {
  ALL(settlement -> "ALL"),
  CATEGORY(Compared::category),
  HOSPITAL(Compared::hospitalCode),

  /** Of the discharge. */
  MONTH(settlement -> YearMonth.from(settlement.dischargeDate()).toString()),
  COUNTY(Compared::county);

  private final Function<Compared, String> key;

  Dimension(Function<Compared, String> key) {
    this.key = key;
  }

  String keyOf(Compared settlement) {
    return key.apply(settlement);
  }
}
