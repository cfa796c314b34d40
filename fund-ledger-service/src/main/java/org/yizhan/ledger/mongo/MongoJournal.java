package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static java.util.Comparator.comparing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.mongo.FencedTotals;
import org.yizhan.chassis.mongo.OriginalFacts;
import org.yizhan.ledger.chain.Chaining;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.journal.JournalEntry;

/** Vouchers as facts; totals of pairs of accounts, and chains, behind an offset fence. */
@Component
final class MongoJournal implements Journal {

  private final MongoCollection<Document> vouchers;
  private final OriginalFacts facts;
  private final FencedTotals totals;
  private final Chaining chaining;

  MongoJournal(MongoDatabase database, Chaining chaining) {
    this.vouchers = database.getCollection(VoucherDocument.COLLECTION);
    // Partial: corrections are few, and every other voucher is spared an index.
    vouchers.createIndex(
        new Document(VoucherDocument.CAUSE, 1),
        new IndexOptions().partialFilterExpression(exists(VoucherDocument.CORRECTION)));
    this.facts = new OriginalFacts(vouchers);
    this.totals = new FencedTotals(database.getCollection(PairsDocument.COLLECTION));
    this.chaining = chaining;
  }

  @Override
  public List<JournalEntry> post(List<Offered> offered) {
    var together = vouchersOf(offered);
    var offeredFacts = together.stream().map(MongoJournal::factOf).toList();
    var originals = facts.store(offeredFacts);
    var posted = new ArrayList<Offered>();
    for (int i = 0; i < together.size(); i++) {
      if (originals.contains(offeredFacts.get(i))) {
        posted.addAll(together.get(i));
      }
    }
    totals.apply(posted.stream().flatMap(one -> PairsDocument.additions(one).stream()).toList());
    chaining.extend(posted);
    return posted.stream().map(Offered::entry).toList();
  }

  /** What one record offers for one voucher. */
  private static List<List<Offered>> vouchersOf(List<Offered> offered) {
    var vouchers = new ArrayList<List<Offered>>();
    for (var one : offered) {
      if (vouchers.isEmpty() || !isTogether(vouchers.getLast().getLast(), one)) {
        vouchers.add(new ArrayList<>());
      }
      vouchers.getLast().add(one);
    }
    return vouchers;
  }

  private static boolean isTogether(Offered one, Offered next) {
    return one.voucher().equals(next.voucher())
        && one.offset() == next.offset()
        && one.source().equals(next.source());
  }

  private static OriginalFacts.Fact factOf(List<Offered> together) {
    var first = together.getFirst();
    return new OriginalFacts.Fact(
        first.voucher().toString(),
        placeOf(first),
        VoucherDocument.contentOf(together.stream().map(Offered::entry).toList()));
  }

  static Place placeOf(Offered offered) {
    var source = offered.source();
    return new Place(
        new PartitionId(source.topic(), source.topicId(), source.partition()), offered.offset());
  }

  @Override
  public List<Posted> find(List<UUID> ids) {
    var names = ids.stream().map(UUID::toString).toList();
    var known = new HashMap<String, Document>();
    for (var document : vouchers.find(in("_id", names))) {
      known.put(document.getString("_id"), document);
    }
    return names.stream()
        .flatMap(name -> Stream.ofNullable(known.get(name)))
        .flatMap(MongoJournal::postedOn)
        .toList();
  }

  private static Stream<Posted> postedOn(Document voucher) {
    var origin = VoucherDocument.originOf(voucher);
    return VoucherDocument.entriesOf(voucher).stream().map(entry -> new Posted(entry, origin));
  }

  @Override
  public List<Posted> correctionsOf(UUID cause) {
    return vouchers
        .find(and(eq(VoucherDocument.CAUSE, cause.toString()), exists(VoucherDocument.CORRECTION)))
        .into(new ArrayList<>())
        .stream()
        .flatMap(MongoJournal::postedOn)
        .filter(posted -> posted.entry().correction() != null)
        .filter(posted -> posted.entry().cause().equals(cause))
        .sorted(
            comparing((Posted posted) -> posted.entry().bookedOn())
                .thenComparing(posted -> posted.origin().offset())
                .thenComparing(posted -> posted.entry().fund()))
        .toList();
  }
}
