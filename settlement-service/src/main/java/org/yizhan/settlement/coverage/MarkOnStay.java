package org.yizhan.settlement.coverage;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.eligibility.Coverage.Mark;

/**
 * An identity mark that counts for a stay.
 *
 * @param since the later of the mark's effective date and the start of the enrolment (H14)
 * @param ownStandard what the veterans bureau confirmed for this person; replaces the category's
 *     ratio (W2)
 */
public record MarkOnStay(
    String category, String county, String agency, LocalDate since, @Nullable Rate ownStandard) {

  /** One order for all, so that equally favourable marks are chosen between alike every time. */
  static final Comparator<MarkOnStay> ORDER =
      Comparator.comparing(MarkOnStay::since)
          .thenComparing(MarkOnStay::category)
          .thenComparing(MarkOnStay::county)
          .thenComparing(MarkOnStay::agency);

  static MarkOnStay of(Mark mark, LocalDate enrolledFrom) {
    var standard = mark.standardPercent();
    return new MarkOnStay(
        mark.category(),
        mark.county(),
        mark.agency(),
        mark.effectiveFrom().isAfter(enrolledFrom) ? mark.effectiveFrom() : enrolledFrom,
        // A standard is sent as any number of per cent; a ratio has whole basis points.
        standard == null ? null : Rate.ofPercent(standard.setScale(2, RoundingMode.HALF_UP)));
  }
}
