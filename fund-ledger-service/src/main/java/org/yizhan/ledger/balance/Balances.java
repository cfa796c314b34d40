package org.yizhan.ledger.balance;

import java.util.List;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;

/** The totals of the books. They are kept per pair of accounts, so any set of them balances. */
@FunctionalInterface
public interface Balances {

  /** One read, whatever the number of pairs; empty for a book that nothing was posted to. */
  List<PairTotal> pairs(Payer fund, Book book);
}
