package org.yizhan.settlement.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.coverage.CoverageOnStay;
import org.yizhan.settlement.coverage.MarkOnStay;

/**
 * How a person stands at admission (H9).
 *
 * @param coverage as of the admission date; null when not enrolled then
 * @param offSiteFunctionOpen whether the city's off-site function is open (H19); null in the city,
 *     where nobody asks, and where it cannot be said
 * @param oneStop whether a payer that asks for a mark takes part in the stay: then the patient pays
 *     at discharge only what all payers leave, and no deposit before (H8)
 * @param categories the marks that count and that a payer of the chain asks for
 * @param reasons why not one-stop, and why a payer would pay nothing; sentences for the counter,
 *     without name or ID
 */
public record Standing(
    @Nullable CoverageOnStay coverage,
    @Nullable Boolean offSiteFunctionOpen,
    boolean oneStop,
    List<MarkOnStay> categories,
    List<String> reasons) {

  public Standing {
    categories = List.copyOf(categories);
    reasons = List.copyOf(reasons);
  }

  /** Nothing is settled at once, for one reason. */
  static Standing outside(@Nullable CoverageOnStay coverage, String reason) {
    return new Standing(coverage, null, false, List.of(), List.of(reason));
  }
}
