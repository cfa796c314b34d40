package org.yizhan.ledger.mongo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Correction;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Origin;
import org.yizhan.ledger.journal.Posting;

/**
 * A voucher as it is stored: {@code {_id, entries: [{id, fund, book, cause, reason, bookedOn,
 * postings: [{debit, credit, fen}], correction: {revisionId, entryId}}], origin: {topicId,
 * partition, offset}}}; only an entry that corrects another has {@code correction}.
 */
final class VoucherDocument {

  static final String COLLECTION = "vouchers";
  static final String CAUSE = "entries.cause";
  static final String CORRECTION = "entries.correction";

  private VoucherDocument() {}

  /** Without id and origin, which belong to the store of facts. */
  static Document contentOf(List<JournalEntry> entries) {
    return new Document("entries", entries.stream().map(VoucherDocument::contentOf).toList());
  }

  private static Document contentOf(JournalEntry entry) {
    var content =
        new Document("id", entry.id().toString())
            .append("fund", entry.fund().name())
            .append("book", entry.book().name())
            .append("cause", entry.cause().toString())
            .append("reason", entry.reason())
            .append("bookedOn", entry.bookedOn().toString())
            .append("postings", entry.postings().stream().map(VoucherDocument::contentOf).toList());
    var correction = entry.correction();
    return correction == null ? content : content.append("correction", contentOf(correction));
  }

  private static Document contentOf(Correction correction) {
    var corrected = correction.entryId();
    return new Document("revisionId", correction.revisionId().toString())
        .append("entryId", corrected == null ? null : corrected.toString());
  }

  private static Document contentOf(Posting posting) {
    return new Document("debit", posting.debit().toString())
        .append("credit", posting.credit().toString())
        .append("fen", posting.amount().fen());
  }

  static Origin originOf(Document voucher) {
    var origin = voucher.get("origin", Document.class);
    return new Origin(
        origin.getString("topicId"), origin.getInteger("partition"), origin.getLong("offset"));
  }

  static List<JournalEntry> entriesOf(Document voucher) {
    return voucher.getList("entries", Document.class).stream().map(VoucherDocument::entry).toList();
  }

  private static JournalEntry entry(Document stored) {
    return new JournalEntry(
        UUID.fromString(stored.getString("id")),
        Payer.valueOf(stored.getString("fund")),
        Book.valueOf(stored.getString("book")),
        UUID.fromString(stored.getString("cause")),
        stored.getString("reason"),
        LocalDate.parse(stored.getString("bookedOn")),
        stored.getList("postings", Document.class).stream().map(VoucherDocument::posting).toList(),
        correctionIn(stored));
  }

  private static Posting posting(Document stored) {
    return new Posting(
        AccountRef.parse(stored.getString("debit")),
        AccountRef.parse(stored.getString("credit")),
        Money.ofFen(stored.getLong("fen")));
  }

  private static @Nullable Correction correctionIn(Document stored) {
    var correction = stored.get("correction", Document.class);
    if (correction == null) {
      return null;
    }
    var corrected = correction.getString("entryId");
    return new Correction(
        UUID.fromString(correction.getString("revisionId")),
        corrected == null ? null : UUID.fromString(corrected));
  }
}
