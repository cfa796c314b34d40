package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static java.util.Comparator.comparing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.mongo.FencedTotals;
import org.yizhan.chassis.mongo.OriginalFacts;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.journal.JournalEntry;

/** Entries as facts, totals of pairs of accounts behind an offset fence. */
@Component
final class MongoJournal implements Journal {

  private final MongoCollection<Document> entries;
  private final OriginalFacts facts;
  private final FencedTotals totals;

  MongoJournal(MongoDatabase database) {
    this.entries = database.getCollection("entries");
    // Partial: corrections are few, and every other entry is spared an index.
    for (var book : Book.values()) {
      entries.createIndex(
          new Document(EntryDocument.nameOfCause(book), 1),
          new IndexOptions().partialFilterExpression(exists(EntryDocument.CORRECTION)));
    }
    this.facts = new OriginalFacts(entries);
    this.totals = new FencedTotals(database.getCollection(PairsDocument.COLLECTION));
  }

  @Override
  public List<JournalEntry> post(List<Offered> offered) {
    var offeredFacts = offered.stream().map(MongoJournal::factOf).toList();
    var originals = facts.store(offeredFacts);
    var posted = new ArrayList<Offered>();
    for (int i = 0; i < offered.size(); i++) {
      if (originals.contains(offeredFacts.get(i))) {
        posted.add(offered.get(i));
      }
    }
    totals.apply(posted.stream().flatMap(one -> PairsDocument.additions(one).stream()).toList());
    return posted.stream().map(Offered::entry).toList();
  }

  private static OriginalFacts.Fact factOf(Offered offered) {
    var entry = offered.entry();
    return new OriginalFacts.Fact(
        entry.id().toString(), placeOf(offered), EntryDocument.contentOf(entry));
  }

  static Place placeOf(Offered offered) {
    var source = offered.source();
    return new Place(
        new PartitionId(source.topic(), source.topicId(), source.partition()), offered.offset());
  }

  @Override
  public List<Posted> find(List<UUID> ids) {
    var names = ids.stream().map(UUID::toString).toList();
    var known = new HashMap<String, Posted>();
    for (var document : entries.find(in("_id", names))) {
      known.put(document.getString("_id"), EntryDocument.read(document));
    }
    return names.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<Posted> correctionsOf(UUID settlementId) {
    var causes =
        Stream.of(Book.values())
            .map(book -> eq(EntryDocument.nameOfCause(book), settlementId.toString()))
            .toList();
    return entries
        .find(and(or(causes), exists(EntryDocument.CORRECTION)))
        .map(EntryDocument::read)
        .into(new ArrayList<>())
        .stream()
        .sorted(
            comparing((Posted posted) -> posted.entry().bookedOn())
                .thenComparing(posted -> posted.origin().offset())
                .thenComparing(posted -> posted.entry().fund()))
        .toList();
  }
}
