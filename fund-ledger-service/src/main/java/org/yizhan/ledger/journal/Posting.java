package org.yizhan.ledger.journal;

import org.yizhan.contracts.Money;
import org.yizhan.ledger.account.AccountRef;

/** One amount between two accounts: it cannot fail to balance. */
public record Posting(AccountRef debit, AccountRef credit, Money amount) {

  public Posting {
    if (debit.equals(credit)) {
      throw new IllegalArgumentException("accounts must differ: " + debit);
    }
    if (amount.isZero()) {
      throw new IllegalArgumentException("nothing moves from " + credit + " to " + debit);
    }
  }
}
