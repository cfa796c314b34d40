package org.yizhan.chassis.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ClusteredIndexOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import org.bson.Document;

/**
 * A collection whose documents lie in the order of their ids, without an index of them: for
 * documents that are changed by id, and read by ranges of it. A set of ids ({@code $in}) is no
 * range: MongoDB reads whatever lies between the first and the last.
 */
public final class Clustered {

  private static final int NAMESPACE_EXISTS = 48;

  private Clustered() {}

  /** The collection, created unless it is there; one that is there stays as it was made. */
  public static MongoCollection<Document> collection(MongoDatabase database, String name) {
    var byId = new ClusteredIndexOptions(new Document("_id", 1), true);
    try {
      database.createCollection(name, new CreateCollectionOptions().clusteredIndexOptions(byId));
    } catch (MongoCommandException refused) {
      if (refused.getErrorCode() != NAMESPACE_EXISTS) {
        throw refused;
      }
    }
    return database.getCollection(name);
  }
}
