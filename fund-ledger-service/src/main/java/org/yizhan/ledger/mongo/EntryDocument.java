package org.yizhan.ledger.mongo;

import java.time.LocalDate;
import java.util.UUID;
import org.bson.Document;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Journal.Posted;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Origin;
import org.yizhan.ledger.journal.Posting;

/**
 * An entry as it is stored: {@code {_id, fund, book, settlementId, reason, bookedOn, postings:
 * [{debit, credit, fen}], origin: {topicId, partition, offset}}}; in the cash book the cause stands
 * under {@code cause}, because not only settlements move cash.
 */
final class EntryDocument {

  private EntryDocument() {}

  /** Without id and origin, which belong to the store of facts. */
  static Document contentOf(JournalEntry entry) {
    return new Document("fund", entry.fund().name())
        .append("book", entry.book().name())
        .append(nameOfCause(entry.book()), entry.cause().toString())
        .append("reason", entry.reason())
        .append("bookedOn", entry.bookedOn().toString())
        .append("postings", entry.postings().stream().map(EntryDocument::contentOf).toList());
  }

  private static String nameOfCause(Book book) {
    return switch (book) {
      case MEMO -> "settlementId";
      case CASH -> "cause";
    };
  }

  private static Document contentOf(Posting posting) {
    return new Document("debit", posting.debit().toString())
        .append("credit", posting.credit().toString())
        .append("fen", posting.amount().fen());
  }

  static Posted read(Document stored) {
    var book = Book.valueOf(stored.getString("book"));
    var entry =
        new JournalEntry(
            UUID.fromString(stored.getString("_id")),
            Payer.valueOf(stored.getString("fund")),
            book,
            UUID.fromString(stored.getString(nameOfCause(book))),
            stored.getString("reason"),
            LocalDate.parse(stored.getString("bookedOn")),
            stored.getList("postings", Document.class).stream()
                .map(EntryDocument::posting)
                .toList());
    var origin = stored.get("origin", Document.class);
    return new Posted(
        entry,
        new Origin(
            origin.getString("topicId"), origin.getInteger("partition"), origin.getLong("offset")));
  }

  private static Posting posting(Document stored) {
    return new Posting(
        AccountRef.parse(stored.getString("debit")),
        AccountRef.parse(stored.getString("credit")),
        Money.ofFen(stored.getLong("fen")));
  }
}
