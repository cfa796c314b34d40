package org.yizhan.ledger.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.journal.JournalEntry;

/** Posts what a batch says to the books: two round trips to the store, whatever its size. */
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
   */
  <E> void post(Batch<E> batch, Function<E, List<JournalEntry>> entries) {
    var offered = new ArrayList<Journal.Offered>();
    for (var inbound : batch.records()) {
      var place = inbound.place();
      for (var entry : entries.apply(inbound.event())) {
        offered.add(new Journal.Offered(sourceOf(place.partition()), place.offset(), entry));
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

  private void count(List<JournalEntry> posted) {
    for (var entry : posted) {
      var fund = entry.fund().name();
      var book = entry.book().name();
      for (var posting : entry.postings()) {
        meters.counter("yizhan.postings", "fund", fund, "book", book).increment();
        meters
            .counter("yizhan.posted.fen", "fund", fund, "book", book)
            .increment(posting.amount().fen());
      }
    }
  }
}
