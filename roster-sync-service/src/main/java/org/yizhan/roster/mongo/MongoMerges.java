package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.roster.change.ChangeKey;
import org.yizhan.roster.change.Merge;
import org.yizhan.roster.change.Merges;

/**
 * Collection {@code merges: {_id: the number given up, serial, into, intoMasked, intoSealed,
 * agency, changeId}}. Serials run from 1 and are unique: of two that were added behind the same
 * one, one is there.
 */
public final class MongoMerges implements Merges {

  private static final String SERIAL = "serial";

  private final MongoCollection<Document> merges;

  public MongoMerges(MongoDatabase database) {
    this.merges = database.getCollection("merges");
    merges.createIndex(ascending(SERIAL), new IndexOptions().unique(true));
    merges.createIndex(ascending("into"));
  }

  @Override
  public Optional<Merge> of(String duplicate) {
    return Optional.ofNullable(merges.find(eq("_id", duplicate)).first()).map(MongoMerges::read);
  }

  @Override
  public long count() {
    var last = merges.find().sort(descending(SERIAL)).first();
    return last == null ? 0 : last.getLong(SERIAL);
  }

  @Override
  public boolean add(Merge merge, long counted) {
    var insert = new InsertOneModel<>(write(merge).append(SERIAL, counted + 1));
    return BulkWrites.ignoringDuplicates(merges, List.of(insert)) == 1;
  }

  @Override
  public List<Merge> touching(Collection<String> numbers) {
    return merges
        .find(or(in("_id", numbers), in("into", numbers)))
        .map(MongoMerges::read)
        .into(new ArrayList<>());
  }

  @Override
  public List<Merge> all() {
    return merges.find().map(MongoMerges::read).into(new ArrayList<>());
  }

  private static Document write(Merge merge) {
    return new Document("_id", merge.duplicate())
        .append("into", merge.into().personNumber())
        .append("intoMasked", merge.into().maskedId())
        .append("intoSealed", merge.into().sealedId())
        .append("agency", merge.key().agency())
        .append("changeId", merge.key().changeId());
  }

  private static Merge read(Document document) {
    return new Merge(
        new ChangeKey(document.getString("agency"), document.getString("changeId")),
        document.getString("_id"),
        new Identity(
            document.getString("into"),
            document.getString("intoMasked"),
            document.getString("intoSealed")));
  }
}
