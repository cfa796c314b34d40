package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.yizhan.roster.fullroster.RosterId;
import org.yizhan.roster.upload.UploadingRosters;

/** Collection {@code rosterUploads}: {@code {_id: {agency, rosterId}, rows}}. */
public final class MongoUploads implements UploadingRosters.Uploads {

  private final MongoCollection<Document> uploads;

  public MongoUploads(MongoDatabase database) {
    this.uploads = database.getCollection("rosterUploads");
  }

  private static Document idOf(RosterId roster) {
    return new Document("agency", roster.agency()).append("rosterId", roster.id());
  }

  @Override
  public long rowsOnTheLog(RosterId roster) {
    var known = uploads.find(eq("_id", idOf(roster))).first();
    return known == null ? 0 : known.getLong("rows");
  }

  @Override
  public void reached(RosterId roster, long rows) {
    uploads.updateOne(eq("_id", idOf(roster)), max("rows", rows), new UpdateOptions().upsert(true));
  }
}
