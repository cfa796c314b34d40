package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.roster.change.AcceptedChange;
import org.yizhan.roster.change.AcceptedChanges;
import org.yizhan.roster.change.ChangeKey;

/** Collection {@code acceptedChanges}: one document per agency and change id, written once. */
public final class MongoAcceptedChanges implements AcceptedChanges {

  static final String COLLECTION = "acceptedChanges";

  private final MongoCollection<Document> changes;
  private final AcceptedChangeDocuments documents;

  public MongoAcceptedChanges(MongoDatabase database, ZoneId zone) {
    this.changes = database.getCollection(COLLECTION);
    this.documents = new AcceptedChangeDocuments(zone);
  }

  @Override
  public Map<ChangeKey, AcceptedChange> keepFirst(Collection<AcceptedChange> offered) {
    var kept = known(offered);
    var fresh = offered.stream().filter(change -> !kept.containsKey(change.key())).toList();
    if (fresh.isEmpty()) {
      return kept;
    }
    if (insert(fresh)) {
      fresh.forEach(change -> kept.put(change.key(), change));
    } else {
      // another partition was quicker with one of the ids: whatever stands there now counts
      kept.putAll(known(fresh));
    }
    return kept;
  }

  private Map<ChangeKey, AcceptedChange> known(Collection<AcceptedChange> offered) {
    var kept = new HashMap<ChangeKey, AcceptedChange>();
    if (!offered.isEmpty()) {
      var ids = offered.stream().map(change -> documents.idOf(change.key())).toList();
      for (var document : changes.find(in("_id", ids))) {
        var change = documents.read(document);
        kept.put(change.key(), change);
      }
    }
    return kept;
  }

  /** Whether all of them were new. */
  private boolean insert(Collection<AcceptedChange> fresh) {
    var inserts = fresh.stream().map(documents::write).map(InsertOneModel<Document>::new).toList();
    return BulkWrites.ignoringDuplicates(changes, inserts) == inserts.size();
  }
}
