package org.yizhan.roster.change;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A person's own standard, as the veterans bureau confirms it (W2). */
final class StandardExamination {

  private static final BigDecimal MAX = new BigDecimal("100");
  private static final int DECIMALS_MAX = 2;

  private final Findings findings;

  StandardExamination(Findings findings) {
    this.findings = findings;
  }

  /** In the plain form that makes 80, 80.0 and 8E1 the same content. */
  @Nullable BigDecimal standardPercent(@Nullable BigDecimal value, String agency) {
    if (value == null) {
      return null;
    }
    if (!agency.equals(Desk.VETERANS_AFFAIRS)) {
      refuse(value, "is stated by " + Desk.VETERANS_AFFAIRS + " only");
    }
    if (value.signum() < 0 || value.compareTo(MAX) > 0) {
      refuse(value, "must be from 0 to 100");
      return null;
    }
    var plain = value.stripTrailingZeros();
    if (plain.scale() > DECIMALS_MAX) {
      refuse(value, "must have at most two decimals");
      return null;
    }
    return plain.setScale(Math.max(plain.scale(), 0));
  }

  /** Not the plain text: 1E+999999999 would be a gigabyte of it. */
  private void refuse(BigDecimal value, String rule) {
    findings.refuse("standardPercent", value.toString(), rule);
  }
}
