package org.yizhan.roster.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says of a person in one category; the interval is inclusive, open when {@code
 * effectiveTo} is null.
 *
 * @param standardPercent a person's own standard (W2)
 */
public record Marking(
    String county,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    @Nullable String basis,
    @Nullable BigDecimal standardPercent) {

  /** Whether both say the same; {@code 80.0} is {@code 80}. */
  public boolean saysTheSameAs(Marking other) {
    return county.equals(other.county)
        && effectiveFrom.equals(other.effectiveFrom)
        && Objects.equals(effectiveTo, other.effectiveTo)
        && Objects.equals(basis, other.basis)
        && sameNumber(standardPercent, other.standardPercent);
  }

  public boolean differsOnlyInItsBeginning(Marking other) {
    return saysTheSameAs(
        new Marking(
            other.county, effectiveFrom, other.effectiveTo, other.basis, other.standardPercent));
  }

  private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }
}
