package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.InsertOneModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.chain.ChainId;
import org.yizhan.ledger.chain.DaySeal;
import org.yizhan.ledger.chain.DaySeal.Sealed;
import org.yizhan.ledger.chain.DaySeals;
import org.yizhan.ledger.chain.Digest;

/**
 * {@code seals: {_id: "2019-12-01", previous, chains: [{book, topicId, partition, number, toOffset,
 * head}], head}}.
 */
@Component
final class MongoDaySeals implements DaySeals {

  private final MongoCollection<Document> seals;

  MongoDaySeals(MongoDatabase database) {
    this.seals = database.getCollection("seals");
  }

  @Override
  public Optional<DaySeal> find(LocalDate date) {
    return Optional.ofNullable(seals.find(eq("_id", date.toString())).first())
        .map(MongoDaySeals::read);
  }

  @Override
  public Optional<DaySeal> last() {
    return Optional.ofNullable(seals.find().sort(descending("_id")).first())
        .map(MongoDaySeals::read);
  }

  @Override
  public boolean add(DaySeal seal) {
    return BulkWrites.ignoringDuplicates(seals, List.of(new InsertOneModel<>(document(seal)))) == 1;
  }

  /** All of them by date. */
  MongoIterable<DaySeal> all() {
    return seals.find().sort(ascending("_id")).map(MongoDaySeals::read);
  }

  private static Document document(DaySeal seal) {
    return new Document("_id", seal.date().toString())
        .append("previous", seal.previous().hex())
        .append("chains", seal.chains().stream().map(MongoDaySeals::document).toList())
        .append("head", seal.head().hex());
  }

  private static Document document(Sealed sealed) {
    return new Document("book", sealed.chain().book().name())
        .append("topicId", sealed.chain().topicId())
        .append("partition", sealed.chain().partition())
        .append("number", sealed.number())
        .append("toOffset", sealed.toOffset())
        .append("head", sealed.head().hex());
  }

  private static DaySeal read(Document stored) {
    return new DaySeal(
        LocalDate.parse(stored.getString("_id")),
        new Digest(stored.getString("previous")),
        stored.getList("chains", Document.class).stream().map(MongoDaySeals::sealed).toList(),
        new Digest(stored.getString("head")));
  }

  private static Sealed sealed(Document stored) {
    return new Sealed(
        new ChainId(
            Book.valueOf(stored.getString("book")),
            stored.getString("topicId"),
            stored.getInteger("partition")),
        stored.getLong("number"),
        stored.getLong("toOffset"),
        new Digest(stored.getString("head")));
  }
}
