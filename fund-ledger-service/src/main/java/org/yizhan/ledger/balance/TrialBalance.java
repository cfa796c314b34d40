package org.yizhan.ledger.balance;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every account that was posted to, by code, and the sums of both sides; they are equal at every
 * instant, also after a crash, because what is summed are pairs.
 */
public record TrialBalance(SortedMap<String, Turnover> accounts, Turnover sum) {

  public static TrialBalance of(List<PairTotal> pairs) {
    var accounts = new TreeMap<String, Turnover>();
    for (var pair : pairs) {
      accounts.merge(pair.debit().code(), Turnover.debit(pair.amount()), Turnover::plus);
      accounts.merge(pair.credit().code(), Turnover.credit(pair.amount()), Turnover::plus);
    }
    // Summed over the accounts, not over the pairs: otherwise the check below could never fail.
    return new TrialBalance(
        accounts, accounts.values().stream().reduce(Turnover.NONE, Turnover::plus));
  }

  /** Fen by which debit exceeds credit; anything but 0 means that the books are broken. */
  public long imbalance() {
    return sum.difference();
  }
}
