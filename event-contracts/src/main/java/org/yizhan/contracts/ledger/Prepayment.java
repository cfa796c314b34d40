package org.yizhan.contracts.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.fund.PrepaymentKind;

/**
 * A year's prepayment (H18, H19, W5) and how far it has come.
 *
 * @param region the district, null where the whole city prepays
 * @param lastYear what was spent in the year before
 * @param share of it that is prepaid
 * @param carried what was left at the year's beginning and reduces the request
 * @param requested what is asked for
 * @param funded what has arrived
 * @param dueOn the last day on which it is funded in time
 * @param maker who submitted it, null before
 * @param checker who approved or returned it last, null before
 * @param reason why it was returned, or why another amount than the assessed one is asked for
 * @param carriedOver what was left at the year's end, null before it is closed
 */
public record Prepayment(
    String city,
    Payer fund,
    PrepaymentKind kind,
    @Nullable String region,
    int year,
    State state,
    Money lastYear,
    Rate share,
    Money carried,
    Money requested,
    Money funded,
    LocalDate assessedOn,
    LocalDate dueOn,
    @Nullable String maker,
    @Nullable String checker,
    @Nullable String reason,
    @Nullable Money carriedOver) {

  /** From the assessment to the year's end. */
  public enum State {
    ASSESSED,
    SUBMITTED,
    RETURNED,
    APPROVED,
    FUNDED,
    IN_USE,
    CLOSED
  }

  /** What is still to arrive. */
  public Money open() {
    return requested.above(funded);
  }
}
