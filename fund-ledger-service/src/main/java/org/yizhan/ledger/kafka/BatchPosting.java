package org.yizhan.ledger.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Posting;

/** Posts what a batch says to the books: three writes to the store, whatever its size. */
@Component
final class BatchPosting {

  private final Journal journal;
  private final MeterRegistry meters;

  BatchPosting(Journal journal, MeterRegistry meters) {
    this.journal = journal;
    this.meters = meters;
  }

  /**
   * @param entries what one event means for the books
   * @param voucher on which they stand together; asked only where there are any
   */
  <E> void post(
      Batch<E> batch, Function<E, List<JournalEntry>> entries, Function<E, UUID> voucher) {
    var offered = new ArrayList<Journal.Offered>();
    for (var inbound : batch.records()) {
      var source = sourceOf(inbound.place().partition());
      var together = entries.apply(inbound.event());
      if (!together.isEmpty()) {
        var id = voucher.apply(inbound.event());
        for (var entry : together) {
          offered.add(new Journal.Offered(source, inbound.place().offset(), id, entry));
        }
      }
    }
    post(offered);
  }

  void post(List<Journal.Offered> offered) {
    count(journal.post(offered));
  }

  static Journal.Source sourceOf(PartitionId partition) {
    return new Journal.Source(partition.topic(), partition.topicId(), partition.number());
  }

  private record Counted(Payer fund, Book book) {}

  /** Summed first: a batch looks up a few meters, not two for every posting. */
  private void count(List<JournalEntry> posted) {
    var postings = new HashMap<Counted, List<Posting>>();
    for (var entry : posted) {
      postings
          .computeIfAbsent(new Counted(entry.fund(), entry.book()), _ -> new ArrayList<>())
          .addAll(entry.postings());
    }
    postings.forEach(
        (where, all) -> {
          var fund = where.fund().name();
          var book = where.book().name();
          long fen = all.stream().mapToLong(posting -> posting.amount().fen()).sum();
          meters.counter("yizhan.postings", "fund", fund, "book", book).increment(all.size());
          meters.counter("yizhan.posted.fen", "fund", fund, "book", book).increment(fen);
        });
  }
}
