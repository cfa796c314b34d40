package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.account.Dimension;
import org.yizhan.ledger.journal.JournalEntry;

/** The books of all funds: an entry once, never changed, inside one book of one fund. */
final class BooksInMemory {

  private static final ChartOfAccounts CHART = ChartOfAccounts.load("/chart-of-accounts.yaml");

  private final Runnable beforeEachWrite;
  private final Map<UUID, JournalEntry> entries = new LinkedHashMap<>();

  /** Fen, debit positive, by city, fund and book and then by account; what is zero is not there. */
  private final Map<String, Map<String, Long>> sums = new TreeMap<>();

  BooksInMemory(Runnable beforeEachWrite) {
    this.beforeEachWrite = beforeEachWrite;
  }

  void post(JournalEntry entry) {
    var known = entries.get(entry.id());
    if (known != null) {
      assertThat(entry).as("an entry that is known, with other content").isEqualTo(known);
      return;
    }
    beforeEachWrite.run();
    entries.put(entry.id(), entry);
    for (var posting : entry.postings()) {
      add(entry, posting.debit(), posting.amount().fen());
      add(entry, posting.credit(), -posting.amount().fen());
    }
  }

  private void add(JournalEntry entry, AccountRef account, long fen) {
    assertThat(CHART.get(account.code()).book()).as(account.toString()).isEqualTo(entry.book());
    var city = account.subAccounts().getOrDefault(Dimension.CITY, "");
    assertThat(city.isEmpty()).as(account.toString()).isEqualTo(entry.book() == Book.MEMO);
    var sum = sums.computeIfAbsent(nameOf(city, entry.fund(), entry.book()), n -> new TreeMap<>());
    if (sum.merge(withoutCity(account), fen, Long::sum) == 0) {
      sum.remove(withoutCity(account));
    }
  }

  private static String nameOf(String city, Payer fund, Book book) {
    return city + " " + fund + " " + book;
  }

  /** What was booked for a cause, and what corrects it. */
  Stream<JournalEntry> about(UUID cause) {
    return entries.values().stream().filter(entry -> entry.cause().equals(cause));
  }

  Map<UUID, JournalEntry> entries() {
    return entries;
  }

  /** What every account of a book holds; those of the cash book, by city, without their city. */
  Map<String, Long> sums(String city, Payer fund, Book book) {
    return sums.getOrDefault(nameOf(city, fund, book), Map.of());
  }

  private static String withoutCity(AccountRef account) {
    var rest = AccountRef.of(account.code());
    for (var part : account.subAccounts().entrySet()) {
      if (part.getKey() != Dimension.CITY) {
        rest = rest.with(part.getKey(), part.getValue());
      }
    }
    return rest.toString();
  }

  /** Of every book of every fund. */
  Map<String, Long> trialBalances() {
    var result = new TreeMap<String, Long>();
    sums.forEach((name, accounts) -> result.put(name, sumOf(accounts)));
    return result;
  }

  private static long sumOf(Map<String, Long> accounts) {
    return accounts.values().stream().mapToLong(Long::longValue).sum();
  }
}
