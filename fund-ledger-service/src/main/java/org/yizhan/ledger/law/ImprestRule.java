package org.yizhan.ledger.law;

import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/**
 * What an insurer keeps in the clearing account of the agency (H20, H22).
 *
 * @param insurer by name, as shares carry it
 * @param full what the account holds after each refill
 * @param refillWorkingDays within how many working days after the close of a month
 * @param askedByDayOfMonth by which day of the next month the refill is asked for
 */
public record ImprestRule(
    Payer fund, String insurer, Money full, int refillWorkingDays, int askedByDayOfMonth) {

  public ImprestRule {
    if (full.isZero() || refillWorkingDays < 1) {
      throw new IllegalArgumentException("an imprest has an amount and days for its refill");
    }
    if (askedByDayOfMonth < 1 || askedByDayOfMonth > 28) {
      throw new IllegalArgumentException(
          "the refill is asked for by a day that every month has, was " + askedByDayOfMonth);
    }
  }
}
