package org.yizhan.ledger.law;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.fund.PrepaymentKind;

/**
 * How a year's prepayment is computed (H18, H19, W5).
 *
 * @param assessedIn in the first days of this month of the year
 * @param share of the actual cost of the year before
 * @param balanceReducesIt whether what is left of the year before is taken off
 * @param dueWithinMonths it has to be funded by the end of the month of the assessment when this is
 *     1, of the next when it is 2
 * @param firstDueOn until when the first prepayment of all has to be there; null where the law
 *     names no such day
 * @param regions who prepays, each for itself: the districts of W5, otherwise the city alone
 */
public record PrepaymentRule(
    PrepaymentKind kind,
    Payer fund,
    Month assessedIn,
    Rate share,
    boolean balanceReducesIt,
    int dueWithinMonths,
    @Nullable LocalDate firstDueOn,
    SortedSet<String> regions) {

  public PrepaymentRule {
    if (share.basisPoints() == 0) {
      throw new IllegalArgumentException("the share of a prepayment must be above zero");
    }
    if (dueWithinMonths < 1) {
      throw new IllegalArgumentException("a prepayment is due within one month at least");
    }
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }
}
