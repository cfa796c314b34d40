package org.yizhan.ledger.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.yizhan.contracts.Money;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Dimension;
import org.yizhan.ledger.journal.Posting;

/**
 * The cash accounts of one fund in one city while a command is decided, and what the command posts.
 * In the books every cash account carries the city; here it goes without saying.
 */
final class CashBook {

  private final String city;
  private final SortedMap<String, Long> fen;
  private final List<Posting> cash = new ArrayList<>();
  private final List<Posting> memo = new ArrayList<>();

  CashBook(String city, SortedMap<String, Long> fen) {
    this.city = city;
    this.fen = new TreeMap<>(fen);
  }

  /** Moves money; nothing happens for nothing. */
  void move(AccountRef debit, AccountRef credit, Money amount) {
    if (amount.isZero()) {
      return;
    }
    add(debit, amount.fen());
    add(credit, -amount.fen());
    cash.add(
        new Posting(debit.with(Dimension.CITY, city), credit.with(Dimension.CITY, city), amount));
  }

  private void add(AccountRef account, long amount) {
    var now = fen.merge(account.toString(), amount, Math::addExact);
    if (now == 0) {
      fen.remove(account.toString());
    }
  }

  /** What is owed changes in the memorandum book. */
  void note(AccountRef debit, AccountRef credit, Money amount) {
    if (!amount.isZero()) {
      memo.add(new Posting(debit, credit, amount));
    }
  }

  /** Fen, debit positive. */
  long debitOf(AccountRef account) {
    return fen.getOrDefault(account.toString(), 0L);
  }

  /** What an account of money holds. */
  Money held(AccountRef account) {
    return Money.ofFen(Math.max(0, debitOf(account)));
  }

  /** Fen, debit positive, of an account with all its sub-accounts. */
  long debitOfCode(String code) {
    return fen.entrySet().stream()
        .filter(account -> AccountRef.parse(account.getKey()).code().equals(code))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Closes the accounts of a kind to another one (year end). */
  void close(Predicate<AccountRef> which, AccountRef to) {
    for (var account : new TreeMap<>(fen).entrySet()) {
      var ref = AccountRef.parse(account.getKey());
      if (which.test(ref)) {
        long debit = account.getValue();
        if (debit > 0) {
          move(to, ref, Money.ofFen(debit));
        } else {
          move(ref, to, Money.ofFen(-debit));
        }
      }
    }
  }

  SortedMap<String, Long> accounts() {
    return fen;
  }

  /** What was moved since the last time it was asked. */
  List<Posting> takeCash() {
    return take(cash);
  }

  /** What was noted since the last time it was asked. */
  List<Posting> takeMemo() {
    return take(memo);
  }

  private static List<Posting> take(List<Posting> postings) {
    var taken = List.copyOf(postings);
    postings.clear();
    return taken;
  }
}
