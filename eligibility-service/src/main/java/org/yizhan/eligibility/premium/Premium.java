package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An obligation and what became of it.
 *
 * @param paidOn the day on which the ledger said that it is paid; null before
 */
public record Premium(PremiumObligation obligation, @Nullable LocalDate paidOn) {

  /** How it stands on a day. */
  public enum State {
    OWED,
    PAID,
    /** Not paid, and the month in which it had to be is over. */
    OVERDUE
  }

  public boolean isPaid() {
    return paidOn != null;
  }

  public State stateOn(LocalDate today) {
    if (isPaid()) {
      return State.PAID;
    }
    return today.isAfter(obligation.dueOn()) ? State.OVERDUE : State.OWED;
  }
}
