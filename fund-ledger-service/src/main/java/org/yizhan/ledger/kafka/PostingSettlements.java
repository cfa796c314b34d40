package org.yizhan.ledger.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.BatchHandler;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.MemoEntries;

/**
 * Posts a batch of settlements to the memorandum books: two round trips to the store, whatever its
 * size.
 */
@Component
final class PostingSettlements implements BatchHandler<SettlementEvent> {

  private final MemoEntries entries;
  private final Journal journal;
  private final MeterRegistry meters;

  PostingSettlements(MemoEntries entries, Journal journal, MeterRegistry meters) {
    this.entries = entries;
    this.journal = journal;
    this.meters = meters;
  }

  @Override
  public Reaction handle(Batch<SettlementEvent> batch) {
    var offered = new ArrayList<Journal.Offered>();
    for (var inbound : batch.records()) {
      var place = inbound.place();
      for (var entry : entries.entriesFor(inbound.event())) {
        offered.add(new Journal.Offered(sourceOf(place.partition()), place.offset(), entry));
      }
    }
    count(journal.post(offered));
    return Reaction.NOTHING;
  }

  private static Journal.Source sourceOf(PartitionId partition) {
    return new Journal.Source(partition.topic(), partition.topicId(), partition.number());
  }

  private void count(List<JournalEntry> posted) {
    for (var entry : posted) {
      var fund = entry.fund().name();
      for (var posting : entry.postings()) {
        meters.counter("yizhan.postings", "fund", fund).increment();
        meters.counter("yizhan.posted.fen", "fund", fund).increment(posting.amount().fen());
      }
    }
  }
}
