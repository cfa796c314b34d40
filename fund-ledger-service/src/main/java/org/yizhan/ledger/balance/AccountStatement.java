package org.yizhan.ledger.balance;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yizhan.ledger.account.Account;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Dimension;

/**
 * One account of one book with its sub-accounts.
 *
 * @param balance fen, positive on the account's own side
 */
public record AccountStatement(Account account, List<SubAccount> subAccounts, long balance) {

  /**
   * @param balance fen, positive on the account's own side
   */
  public record SubAccount(SortedMap<Dimension, String> names, Turnover turnover, long balance) {

    /**
     * What a page is continued after: the names joined by a slash, for example {@code
     * H44160200001}.
     */
    public String key() {
      return String.join("/", names.values());
    }
  }

  public static AccountStatement of(Account account, List<PairTotal> pairs) {
    var turnovers = new TreeMap<AccountRef, Turnover>(Comparator.comparing(AccountRef::toString));
    for (var pair : pairs) {
      add(turnovers, account, pair.debit(), Turnover.debit(pair.amount()));
      add(turnovers, account, pair.credit(), Turnover.credit(pair.amount()));
    }
    var subAccounts =
        turnovers.entrySet().stream()
            .map(
                e ->
                    new SubAccount(
                        e.getKey().subAccounts(), e.getValue(), balance(account, e.getValue())))
            .sorted(Comparator.comparing(SubAccount::key))
            .toList();
    var whole = turnovers.values().stream().reduce(Turnover.NONE, Turnover::plus);
    return new AccountStatement(account, subAccounts, balance(account, whole));
  }

  private static void add(
      TreeMap<AccountRef, Turnover> turnovers, Account account, AccountRef ref, Turnover turnover) {
    if (ref.code().equals(account.code())) {
      turnovers.merge(ref, turnover, Turnover::plus);
    }
  }

  private static long balance(Account account, Turnover turnover) {
    return account.balanceOf(turnover.debit().fen(), turnover.credit().fen());
  }
}
