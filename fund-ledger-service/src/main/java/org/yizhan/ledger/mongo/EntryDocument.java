package org.yizhan.ledger.mongo;

import java.time.LocalDate;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Correction;
import org.yizhan.ledger.journal.Journal.Posted;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Origin;
import org.yizhan.ledger.journal.Posting;

/**
 * An entry as it is stored: {@code {_id, fund, book, settlementId, reason, bookedOn, postings:
 * [{debit, credit, fen}], correction: {revisionId, entryId}, origin: {topicId, partition,
 * offset}}}; only an entry that corrects another has {@code correction}; in the cash book the cause
 * stands under {@code cause}, because not only settlements move cash.
 */
final class EntryDocument {

  static final String CORRECTION = "correction";

  private EntryDocument() {}

  /** Without id and origin, which belong to the store of facts. */
  static Document contentOf(JournalEntry entry) {
    var content =
        new Document("fund", entry.fund().name())
            .append("book", entry.book().name())
            .append(nameOfCause(entry.book()), entry.cause().toString())
            .append("reason", entry.reason())
            .append("bookedOn", entry.bookedOn().toString())
            .append("postings", entry.postings().stream().map(EntryDocument::contentOf).toList());
    var correction = entry.correction();
    return correction == null ? content : content.append(CORRECTION, contentOf(correction));
  }

  private static Document contentOf(Correction correction) {
    var corrected = correction.entryId();
    return new Document("revisionId", correction.revisionId().toString())
        .append("entryId", corrected == null ? null : corrected.toString());
  }

  private static @Nullable Correction correctionIn(Document stored) {
    var correction = stored.get(CORRECTION, Document.class);
    if (correction == null) {
      return null;
    }
    var corrected = correction.getString("entryId");
    return new Correction(
        UUID.fromString(correction.getString("revisionId")),
        corrected == null ? null : UUID.fromString(corrected));
  }

  static String nameOfCause(Book book) {
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
                .toList(),
            correctionIn(stored));
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
