package org.yizhan.chassis.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;

/**
 * Unordered bulk writes in which a duplicate key is an answer ("somebody was there first"), not an
 * error.
 */
public final class BulkWrites {

  private static final int DUPLICATE_KEY = 11000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private BulkWrites() {}

  /**
   * Returns how many documents were matched, changed or inserted by the writes that were not
   * duplicates: where each write has one target, as many as there are writes when all took.
   */
  public static int ignoringDuplicates(
      MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
    if (writes.isEmpty()) {
      return 0;
    }
    try {
      return count(collection.bulkWrite(writes, UNORDERED));
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
      return count(e.getWriteResult());
    }
  }

  private static int count(BulkWriteResult result) {
    return result.getMatchedCount() + result.getInsertedCount() + result.getUpserts().size();
  }
}
