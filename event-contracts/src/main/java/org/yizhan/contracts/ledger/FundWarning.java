package org.yizhan.contracts.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.PrepaymentKind;

/**
 * A document that says that money will not suffice or has not come, to whom, and until when it has
 * to be mended. One per crossing: it stays the same until it is closed.
 *
 * @param kind what of the fund it is about, null for the imprest
 * @param bureau to whom it goes
 * @param balance when it was raised, and what it lacks of the amount it should reach
 * @param meanMonthlySpending of the closed months it was judged by; null where it is not about that
 * @param dueOn by when it has to be mended
 * @param remindedOn the days on which the bureau was reminded
 * @param parts what each district has to bring
 */
public record FundWarning(
    UUID warningId,
    String city,
    Payer fund,
    @Nullable PrepaymentKind kind,
    Cause cause,
    State state,
    String bureau,
    Money balance,
    Money missing,
    @Nullable Money meanMonthlySpending,
    LocalDate raisedOn,
    LocalDate dueOn,
    List<LocalDate> remindedOn,
    List<Part> parts,
    @Nullable LocalDate closedOn) {

  public FundWarning {
    remindedOn = List.copyOf(remindedOn);
    parts = List.copyOf(parts);
  }

  /** What is wrong. */
  public enum Cause {
    /** The balance covers less than so many months of spending (W6). */
    RUNWAY,
    /** A prepayment was not funded in time (H18, H19, W5). */
    PREPAYMENT_OVERDUE,
    /** The insurer has not refilled its imprest in time (H20, H22). */
    IMPREST_OVERDUE
  }

  /** How a warning goes on. */
  public enum State {
    OPEN,
    ESCALATED,
    CLOSED
  }

  /** A district's part of what is missing. */
  public record Part(String district, Money amount) {}
}
