package org.yizhan.ledger.balance;

import java.time.YearMonth;
import java.util.List;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;

/**
 * The totals of the books, by booking month. They are kept per pair of accounts, so any set of them
 * balances.
 */
public interface Balances {

  /** One read, whatever the number of pairs; empty for a book that nothing was posted to. */
  List<PairTotal> pairs(Payer fund, Book book);

  /**
   * What was booked in a span of months. From the first month on it is the balance at the end of
   * the last; one read as well.
   *
   * @param from with this month
   * @param to with this month; before {@code from} there is nothing
   */
  List<PairTotal> pairs(Payer fund, Book book, YearMonth from, YearMonth to);
}
