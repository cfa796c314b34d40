package org.yizhan.ledger.fund;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.Dimension;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Posting;

/** What a hospital was paid, and gave back since, as the books have it (H21). */
final class Payment {

  /** What the entries of payments are booked as. */
  static final String REASON = "hospital-paid";

  private final UUID id;
  private final List<JournalEntry> entries;

  private Payment(UUID id, List<JournalEntry> entries) {
    this.id = id;
    this.entries = entries;
  }

  /**
   * @param about the entries of a command and those that correct them
   * @return empty when the command paid no hospital
   */
  static Optional<Payment> in(UUID id, List<JournalEntry> about) {
    var its =
        about.stream()
            .filter(entry -> entry.cause().equals(id))
            .filter(entry -> entry.reason().equals(REASON) || entry.correction() != null)
            .toList();
    return its.isEmpty() ? Optional.empty() : Optional.of(new Payment(id, its));
  }

  UUID id() {
    return id;
  }

  /** Of each book the entry that paid. */
  Map<Book, UUID> entryIds() {
    return entries.stream()
        .filter(entry -> entry.correction() == null)
        .collect(toMap(JournalEntry::book, JournalEntry::id));
  }

  String hospital() {
    return requireNonNull(
        paid(Book.MEMO).debit().subAccounts().get(Dimension.HOSPITAL), "payable to nobody");
  }

  /** Only spending that is told apart by purpose has one in its account. */
  Purpose purpose() {
    var word = paid(Book.CASH).debit().subAccounts().get(Dimension.PURPOSE);
    return Arrays.stream(Purpose.values())
        .filter(purpose -> Accounts.wordOf(purpose).equals(word))
        .findFirst()
        .orElse(Purpose.IN_CITY);
  }

  private Posting paid(Book book) {
    return entries.stream()
        .filter(entry -> entry.book() == book && entry.correction() == null)
        .map(entry -> entry.postings().getFirst())
        .findFirst()
        .orElseThrow();
  }

  /** What was paid for a county's patients and has not come back. */
  Money left(String county) {
    long fen = 0;
    for (var entry : entries) {
      for (var posting : entry.book() == Book.MEMO ? entry.postings() : List.<Posting>of()) {
        fen += isOf(county, posting.credit()) ? posting.amount().fen() : 0;
        fen -= isOf(county, posting.debit()) ? posting.amount().fen() : 0;
      }
    }
    return Money.ofFen(fen);
  }

  private static boolean isOf(String county, AccountRef account) {
    return county.equals(account.subAccounts().get(Dimension.COUNTY));
  }
}
