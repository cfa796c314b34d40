package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.roster.fullroster.RosterEntries;
import org.yizhan.roster.fullroster.RosterEntry;
import org.yizhan.roster.fullroster.RosterEntry.Key;
import org.yizhan.roster.fullroster.RosterId;

/** Collection {@code rosterEntries}, see {@link EntryDocuments}; writes are guarded by version. */
public final class MongoRosterEntries implements RosterEntries {

  static final String COLLECTION = "rosterEntries";

  private final MongoCollection<Document> entries;
  private final EntryDocuments documents;

  public MongoRosterEntries(MongoDatabase database, ZoneId zone) {
    this.entries = database.getCollection(COLLECTION);
    this.documents = new EntryDocuments(zone);
    entries.createIndex(
        new Document("leftOutBy", 1),
        new IndexOptions().partialFilterExpression(exists("leftOutBy")));
  }

  @Override
  public Map<Key, RosterEntry> load(Collection<Key> keys) {
    var found = new HashMap<Key, RosterEntry>();
    for (var document : entries.find(in("_id", keys.stream().map(EntryDocuments::idOf).toList()))) {
      var entry = documents.read(document);
      found.put(entry.key(), entry);
    }
    return found;
  }

  @Override
  public void store(Collection<RosterEntry> changed) {
    var writes = changed.stream().map(this::write).toList();
    int written = BulkWrites.ignoringDuplicates(entries, writes);
    if (written < writes.size()) {
      throw new ChangedMeanwhile(
          (writes.size() - written) + " of " + writes.size() + " roster entries have moved on");
    }
  }

  private WriteModel<Document> write(RosterEntry entry) {
    var document = documents.write(entry);
    return entry.version() == 1
        ? new InsertOneModel<>(document)
        : new ReplaceOneModel<>(
            and(eq("_id", document.getString("_id")), eq("version", entry.version() - 1)),
            document);
  }

  @Override
  public List<RosterEntry> leftOutOf(Scope scope, @Nullable Key after, int limit) {
    var found = new ArrayList<RosterEntry>();
    for (var document :
        entries
            // The ids of one agency and city stand together, in order: the search walks them once.
            .find(isLeftOutOf(scope, after))
            .hint(new Document("_id", 1))
            .sort(ascending("_id"))
            .limit(limit)) {
      found.add(documents.read(document));
    }
    return found;
  }

  private static Bson isLeftOutOf(Scope scope, @Nullable Key after) {
    var city = scope.roster().agency() + "|" + scope.city();
    var day = scope.asOf().toString();
    var stays =
        new ArrayList<Bson>(
            List.of(
                in("county", scope.counties()),
                ne("standings.roster", scope.roster().id()),
                or(eq("leftFrom", null), gt("leftFrom", day)),
                lte("from", day),
                or(eq("to", null), gte("to", day)),
                lt("saidAt", Date.from(scope.saidBefore().toInstant()))));
    if (scope.category() != null) {
      stays.add(eq("category", scope.category()));
    }
    return and(
        gt("_id", after == null ? city + "|" : EntryDocuments.idOf(after)),
        lt("_id", city + "}"), // the character behind the separator
        or(and(stays), eq("leftOutBy", scope.roster().id())));
  }

  @Override
  public long countLeftOutBy(RosterId roster) {
    return entries.countDocuments(and(eq("leftOutBy", roster.id()), eq("agency", roster.agency())));
  }
}
