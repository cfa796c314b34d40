package org.yizhan.settlement.reimbursement;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.benefityear.BenefitYear;

/**
 * The years about which something has become known late. Hints where to look: whoever shows or uses
 * one reviews the year anew.
 */
public interface LateFindings {

  /**
   * @param eligibilityVersion of the coverage that told it
   */
  record LateFinding(BenefitYear.Key key, long eligibilityVersion) {}

  /** Replaces what was noted of the same years. */
  void note(Collection<LateFinding> findings);

  /** Those of the same years, unless a later coverage has told of one meanwhile. */
  void forget(Collection<LateFinding> settled);

  /**
   * In the order of the years' ids.
   *
   * @param after the id of the last year of the page before, null for the first page
   */
  List<LateFinding> page(@Nullable String after, int limit);

  long count();
}
