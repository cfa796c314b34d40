package org.yizhan.settlement.payerchain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;

/**
 * What a rule asks for, cut to what is left of the yearly cap and to what is open.
 *
 * @param wanted what the rule asks for
 * @param capLeft before this share; null without a cap
 * @param by {@code cap} or {@code open} when one of them cut the share
 */
record Limited(Money wanted, Money amount, @Nullable Money capLeft, @Nullable String by) {

  /**
   * A person may have been paid more under an uncapped mark that has ended: what is left is never
   * below zero.
   */
  static Limited of(Money wanted, Optional<Money> cap, Turn turn) {
    var capLeft = cap.isEmpty() ? null : cap.get().above(turn.paid());
    var amount = wanted.atMost(turn.open());
    var by = amount.equals(wanted) ? null : "open";
    if (capLeft != null && capLeft.compareTo(amount) < 0) {
      return new Limited(wanted, capLeft, capLeft, "cap");
    }
    return new Limited(wanted, amount, capLeft, by);
  }

  @Nullable Money capLeftAfter() {
    return capLeft == null ? null : capLeft.minus(amount);
  }

  /** Why the share is 0.00 though the rule asks for something, or null. */
  @Nullable String reason() {
    if (!amount.isZero()) {
      return null;
    }
    return wanted.isZero() ? "the share rounds to 0.00" : "the yearly cap is used up";
  }
}
