package org.yizhan.suite.replay;

import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Posting;

/**
 * The books as far as one partition makes them: each voucher with the record that it first came
 * from, and of each pair of accounts and booking month the total with its fence.
 */
final class BooksAgain {

  private static final String COLLECTION = "fund-ledger-service.vouchers";

  private final Findings findings;
  private final Map<UUID, Posted> vouchers = new LinkedHashMap<>();
  private final Map<String, Total> totals = new LinkedHashMap<>();

  private record Posted(UUID voucher, List<JournalEntry> entries, Place origin) {}

  private static final class Total {
    private final String book;
    private final String month;
    private final String credit;
    private final Map<String, Long> sums = new LinkedHashMap<>();
    private Place last;

    Total(String book, String month, String credit, Place first) {
      this.book = book;
      this.month = month;
      this.credit = credit;
      this.last = first;
    }
  }

  BooksAgain(Findings findings) {
    this.findings = findings;
  }

  /**
   * @param voucher of the entries, asked where there are any
   */
  void hear(Place place, List<JournalEntry> said, Supplier<UUID> voucher) {
    if (said.isEmpty()) {
      return;
    }
    var id = voucher.get();
    var before = vouchers.putIfAbsent(id, new Posted(id, said, place));
    if (before == null) {
      said.forEach(entry -> entry.postings().forEach(posting -> add(entry, posting, place)));
    } else if (!before.entries().equals(said)) {
      findings.differs(
          COLLECTION, id, "%s says otherwise than %s".formatted(place, before.origin()));
    }
  }

  private void add(JournalEntry entry, Posting posting, Place place) {
    var book = entry.book().name();
    var month = YearMonth.from(entry.bookedOn()).toString();
    var credit = posting.credit().toString();
    var total =
        totals.computeIfAbsent(
            "%s/%s/%s@%s".formatted(book, month, credit, place.partition()),
            _ -> new Total(book, month, credit, place));
    total.sums.merge(
        entry.fund().name() + '/' + posting.debit(), posting.amount().fen(), Math::addExact);
    total.last = place;
  }

  void compare(StoredDocuments storedVouchers, StoredDocuments storedTotals) {
    storedVouchers.compare(vouchers.values(), BooksAgain::document, stored -> stored);
    storedTotals.compare(totals());
  }

  private Collection<Document> totals() {
    return totals.entrySet().stream().map(one -> document(one.getKey(), one.getValue())).toList();
  }

  private static Document document(String id, Total total) {
    var partition = total.last.partition();
    return new Document("_id", id)
        .append("total", String.join("/", total.book, total.month, total.credit))
        .append("topicId", partition.topicId())
        .append("partition", partition.number())
        .append("applied", total.last.offset())
        .append(
            "labels",
            new Document("book", total.book)
                .append("month", total.month)
                .append("credit", total.credit))
        .append("sums", new Document(new LinkedHashMap<String, Object>(total.sums)));
  }

  private static Document document(Posted posted) {
    var origin = posted.origin();
    return new Document("_id", posted.voucher().toString())
        .append("entries", posted.entries().stream().map(BooksAgain::document).toList())
        .append(
            "origin",
            new Document("topicId", origin.partition().topicId())
                .append("partition", origin.partition().number())
                .append("offset", origin.offset()));
  }

  private static Document document(JournalEntry entry) {
    var document =
        new Document("id", entry.id().toString())
            .append("fund", entry.fund().name())
            .append("book", entry.book().name())
            .append("cause", entry.cause().toString())
            .append("reason", entry.reason())
            .append("bookedOn", entry.bookedOn().toString())
            .append("postings", entry.postings().stream().map(BooksAgain::document).toList());
    var correction = entry.correction();
    if (correction != null) {
      var corrected = correction.entryId();
      document.append(
          "correction",
          new Document("revisionId", correction.revisionId().toString())
              .append("entryId", corrected == null ? null : corrected.toString()));
    }
    return document;
  }

  private static Document document(Posting posting) {
    return new Document("debit", posting.debit().toString())
        .append("credit", posting.credit().toString())
        .append("fen", posting.amount().fen());
  }
}
