package org.yizhan.chassis.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.yizhan.chassis.kafka.OurDefect;
import org.yizhan.chassis.kafka.PartitionId;

/**
 * Running totals that neither lose nor double when a batch comes again or is cut differently: one
 * document per total, topic id and partition, holding the sums and the offset up to which they
 * count. A batch adds only what lies beyond the offset just read, and is written only where that
 * offset is unchanged; otherwise it is read again.
 *
 * <p>Document: {@code {_id, total, topicId, partition, applied, labels: {…}, sums: {name: long}}}.
 */
public final class FencedTotals {

  private static final int DUPLICATE_KEY = 11000;
  private static final int TRIES_MAX = 20;

  private final MongoCollection<Document> collection;

  public FencedTotals(MongoCollection<Document> collection) {
    this.collection = collection;
    collection.createIndex(new Document("total", 1));
  }

  /**
   * @param total the total's id
   * @param labels what the total is about, stored once for queries
   * @param sums what the record at {@code offset} adds to each named sum
   */
  public record Addition(
      String total, long offset, Map<String, String> labels, Map<String, Long> sums) {}

  /** Applies a batch's additions; they are in order of offset, as the records are. */
  public void apply(PartitionId partition, List<Addition> additions) {
    var open = new LinkedHashMap<String, List<Addition>>();
    for (var addition : additions) {
      open.computeIfAbsent(addition.total(), t -> new ArrayList<>()).add(addition);
    }
    for (int tries = 0; !open.isEmpty(); tries++) {
      if (tries == TRIES_MAX) {
        throw new OurDefect(
            "totals of " + partition + " keep changing under us: two consumers own this partition");
      }
      var writes = writesFor(partition, open);
      if (writes.isEmpty() || everyWriteTook(writes)) {
        return;
      }
    }
  }

  private List<WriteModel<Document>> writesFor(
      PartitionId partition, Map<String, List<Addition>> open) {
    var applied = appliedOffsets(partition, List.copyOf(open.keySet()));
    var writes = new ArrayList<WriteModel<Document>>();
    open.forEach(
        (total, additions) -> {
          var known = applied.get(total);
          var fresh =
              known == null
                  ? additions
                  : additions.stream().filter(a -> a.offset() > known).toList();
          if (!fresh.isEmpty()) {
            writes.add(known == null ? insert(partition, fresh) : update(partition, known, fresh));
          }
        });
    return writes;
  }

  private Map<String, Long> appliedOffsets(PartitionId partition, List<String> totals) {
    var ids = totals.stream().map(total -> idOf(total, partition)).toList();
    var applied = new HashMap<String, Long>();
    for (var found :
        collection.find(in("_id", ids)).projection(new Document("total", 1).append("applied", 1))) {
      applied.put(found.getString("total"), found.getLong("applied"));
    }
    return applied;
  }

  private static WriteModel<Document> insert(PartitionId partition, List<Addition> fresh) {
    var first = fresh.getFirst();
    return new InsertOneModel<>(
        new Document("_id", idOf(first.total(), partition))
            .append("total", first.total())
            .append("topicId", partition.topicId())
            .append("partition", partition.number())
            .append("applied", fresh.getLast().offset())
            .append("labels", new Document(new LinkedHashMap<>(first.labels())))
            .append("sums", new Document(new LinkedHashMap<>(sumOf(fresh)))));
  }

  private static WriteModel<Document> update(
      PartitionId partition, long applied, List<Addition> fresh) {
    var increments = new Document();
    sumOf(fresh).forEach((name, sum) -> increments.append("sums." + name, sum));
    return new UpdateOneModel<>(
        and(eq("_id", idOf(fresh.getFirst().total(), partition)), eq("applied", applied)),
        new Document("$set", new Document("applied", fresh.getLast().offset()))
            .append("$inc", increments));
  }

  private static Map<String, Long> sumOf(List<Addition> additions) {
    var sums = new LinkedHashMap<String, Long>();
    additions.forEach(
        a -> a.sums().forEach((name, value) -> sums.merge(name, value, Math::addExact)));
    return sums;
  }

  private boolean everyWriteTook(List<WriteModel<Document>> writes) {
    try {
      var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return result.getMatchedCount() + result.getInsertedCount() == writes.size();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
        return false;
      }
      throw e;
    }
  }

  private static String idOf(String total, PartitionId partition) {
    return total + "@" + partition;
  }
}
