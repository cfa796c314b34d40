package org.yizhan.contracts.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/**
 * What the insurer is asked for after a month's close (H20, H22): whatever the account lacks of its
 * full amount.
 *
 * @param full the amount the insurer keeps deposited
 * @param balance what is there now
 * @param askedOn the day on which the month closed
 * @param dueOn the last working day on which it is in time; null while the calendar of a year is
 *     missing, which {@code missingYear} names
 * @param metOn the day on which the account was full again, null before
 */
public record ImprestDemand(
    String city,
    Payer fund,
    String insurer,
    YearMonth month,
    State state,
    Money full,
    Money balance,
    LocalDate askedOn,
    @Nullable LocalDate dueOn,
    @Nullable Integer missingYear,
    @Nullable LocalDate metOn) {

  /** How a demand stands. */
  public enum State {
    OPEN,
    OVERDUE,
    MET
  }

  /** What is lacking, and so asked for. */
  public Money open() {
    return full.above(balance);
  }
}
