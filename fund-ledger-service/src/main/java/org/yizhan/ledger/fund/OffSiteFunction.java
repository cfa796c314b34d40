package org.yizhan.ledger.fund;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The city's off-site one-stop function (H19).
 *
 * @param paidUp the last year whose prepayments have been paid to the province
 * @param confirmed the last year for which the province confirmed the receipt
 * @param reason what the last step was made for, null before the first
 * @param application the command that applied last; the province knows the application by it
 */
public record OffSiteFunction(
    State state,
    @Nullable Integer paidUp,
    @Nullable Integer confirmed,
    @Nullable String reason,
    @Nullable UUID application) {

  static final OffSiteFunction CLOSED = new OffSiteFunction(State.CLOSED, null, null, null, null);

  /** In the order in which they follow each other; it may be closed again from any. */
  public enum State {
    CLOSED,
    PAID_UP,
    RECEIPT_CONFIRMED,
    APPLIED_FOR,
    OPEN
  }
}
