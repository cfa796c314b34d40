package org.yizhan.chassis.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Objects;
import org.bson.Document;
import org.yizhan.chassis.kafka.TopicIds;

/** {@code topics: {_id: name, topicId}}, in the database whose contents came from that topic. */
final class RememberedTopics implements TopicIds.Memory {

  private static final FindOneAndUpdateOptions KEEP_THE_FIRST =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> topics;

  RememberedTopics(MongoDatabase database) {
    this.topics = database.getCollection("topics");
  }

  @Override
  public String firstSeen(String topic, String topicId) {
    var kept =
        topics.findOneAndUpdate(eq("_id", topic), setOnInsert("topicId", topicId), KEEP_THE_FIRST);
    return Objects.requireNonNull(kept).getString("topicId");
  }
}
