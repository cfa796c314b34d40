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

  /** What the entries of payments are booked as, and those of what came back. */
  static final String REASON = "hospital-paid";

  static final String REFUND = "refund-received";

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
    var its = about.stream().filter(entry -> isOf(id, entry)).toList();
    return its.stream().anyMatch(Payment::paid)
        ? Optional.of(new Payment(id, its))
        : Optional.empty();
  }

  private static boolean isOf(UUID id, JournalEntry entry) {
    return entry.cause().equals(id) && (paid(entry) || entry.reason().equals(REFUND));
  }

  private static boolean paid(JournalEntry entry) {
    return entry.reason().equals(REASON);
  }

  UUID id() {
    return id;
  }

  /** Of each book the entry that paid. */
  Map<Book, UUID> entryIds() {
    return entries.stream()
        .filter(Payment::paid)
        .collect(toMap(JournalEntry::book, JournalEntry::id));
  }

  String hospital() {
    return requireNonNull(
        postingIn(Book.MEMO).debit().subAccounts().get(Dimension.HOSPITAL), "payable to nobody");
  }

  /** Only spending that is told apart by purpose has one in its account. */
  Purpose purpose() {
    var word = postingIn(Book.CASH).debit().subAccounts().get(Dimension.PURPOSE);
    return Arrays.stream(Purpose.values())
        .filter(purpose -> Accounts.wordOf(purpose).equals(word))
        .findFirst()
        .orElse(Purpose.IN_CITY);
  }

  private Posting postingIn(Book book) {
    return entries.stream()
        .filter(entry -> entry.book() == book && paid(entry))
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
