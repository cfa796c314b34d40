package org.yizhan.ledger.balance;

import org.yizhan.contracts.Money;

/** What was posted to the two sides of an account. */
public record Turnover(Money debit, Money credit) {

  static final Turnover NONE = new Turnover(Money.ZERO, Money.ZERO);

  static Turnover debit(Money amount) {
    return new Turnover(amount, Money.ZERO);
  }

  static Turnover credit(Money amount) {
    return new Turnover(Money.ZERO, amount);
  }

  Turnover plus(Turnover other) {
    return new Turnover(debit.plus(other.debit), credit.plus(other.credit));
  }

  /** Debit less credit in fen. */
  long difference() {
    return Math.subtractExact(debit.fen(), credit.fen());
  }
}
