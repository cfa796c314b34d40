package org.yizhan.ledger.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.balance.PairTotal;

/**
 * What an account had, and what was posted to it.
 *
 * @param openingFen debit positive
 */
record AccountLine(AccountRef account, long openingFen, long debitFen, long creditFen) {

  private static final Comparator<AccountRef> BY_TEXT = Comparator.comparing(AccountRef::toString);

  static AccountLine sum(String code, Collection<AccountLine> lines) {
    return lines.stream().reduce(new AccountLine(AccountRef.of(code), 0, 0, 0), AccountLine::plus);
  }

  /**
   * By account, the pairs before the span and those within it.
   *
   * @param as what of an account is told apart
   */
  static List<AccountLine> of(
      List<PairTotal> before, List<PairTotal> within, Function<AccountRef, AccountRef> as) {
    var lines = new TreeMap<AccountRef, AccountLine>(BY_TEXT);
    for (var pair : before) {
      long fen = pair.amount().fen();
      add(lines, new AccountLine(as.apply(pair.debit()), fen, 0, 0));
      add(lines, new AccountLine(as.apply(pair.credit()), -fen, 0, 0));
    }
    for (var pair : within) {
      long fen = pair.amount().fen();
      add(lines, new AccountLine(as.apply(pair.debit()), 0, fen, 0));
      add(lines, new AccountLine(as.apply(pair.credit()), 0, 0, fen));
    }
    return List.copyOf(lines.values());
  }

  private static void add(SortedMap<AccountRef, AccountLine> lines, AccountLine line) {
    lines.merge(line.account, line, AccountLine::plus);
  }

  private AccountLine plus(AccountLine other) {
    return new AccountLine(
        account,
        Math.addExact(openingFen, other.openingFen),
        Math.addExact(debitFen, other.debitFen),
        Math.addExact(creditFen, other.creditFen));
  }

  /** Debit positive. */
  long closingFen() {
    return Math.subtractExact(Math.addExact(openingFen, debitFen), creditFen);
  }

  boolean isOf(String firstDigits) {
    return firstDigits.indexOf(account.code().charAt(0)) >= 0;
  }
}
