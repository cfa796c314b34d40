package org.yizhan.chassis.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
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
import org.yizhan.chassis.kafka.Place;

/**
 * Running totals that neither lose nor double when records come again or batches are cut
 * differently: one document per total, topic id and partition, holding the sums and the offset up
 * to which they count. A batch adds only what lies beyond that offset, and is written only where
 * the offset is still the one it was computed from; otherwise it is read again.
 *
 * <p>Document: {@code {_id, total, topicId, partition, applied, labels: {…}, sums: {name: long}}}.
 */
public final class FencedTotals {

  private static final int TRIES_MAX = 20;

  private final MongoCollection<Document> collection;
  private final AppliedOffsets known = new AppliedOffsets();

  public FencedTotals(MongoCollection<Document> collection) {
    this.collection = collection;
    collection.createIndex(new Document("total", 1));
  }

  /**
   * @param total the total's id
   * @param place of the record that adds
   * @param labels what the total is about, stored once for queries
   * @param sums what the record adds to each named sum
   */
  public record Addition(
      String total, Place place, Map<String, String> labels, Map<String, Long> sums) {

    private String documentId() {
      return total + "@" + place.partition();
    }
  }

  /** Applies a batch's additions; those of a partition are in order of offset, as its records. */
  public void apply(List<Addition> additions) {
    var open = new LinkedHashMap<String, List<Addition>>();
    for (var addition : additions) {
      open.computeIfAbsent(addition.documentId(), t -> new ArrayList<>()).add(addition);
    }
    for (int tries = 0; !open.isEmpty(); tries++) {
      if (tries == TRIES_MAX) {
        throw new OurDefect(
            "totals keep changing under us near "
                + additions.getFirst().place()
                + ": two consumers own its partition");
      }
      var writes = writesFor(open);
      if (writes.isEmpty() || BulkWrites.ignoringDuplicates(collection, writes) == writes.size()) {
        open.forEach((id, all) -> known.advance(id, all.getLast().place().offset()));
        return;
      }
      known.forget(open.keySet());
    }
  }

  private List<WriteModel<Document>> writesFor(Map<String, List<Addition>> open) {
    var applied = appliedOffsets(open);
    var writes = new ArrayList<WriteModel<Document>>();
    open.forEach(
        (id, additions) -> {
          var offset = applied.get(id);
          var fresh =
              offset == null
                  ? additions
                  : additions.stream().filter(a -> a.place().offset() > offset).toList();
          if (!fresh.isEmpty()) {
            writes.add(offset == null ? insert(id, fresh) : update(id, offset, fresh));
          }
        });
    return writes;
  }

  /** As remembered, and read where nothing is; a total without a document is absent. */
  private Map<String, Long> appliedOffsets(Map<String, List<Addition>> open) {
    var applied = new HashMap<>(known.of(open.keySet()));
    var unknown = open.keySet().stream().filter(id -> !applied.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      for (var found : collection.find(in("_id", unknown)).projection(new Document("applied", 1))) {
        applied.put(found.getString("_id"), found.getLong("applied"));
      }
    }
    return applied;
  }

  private static WriteModel<Document> insert(String id, List<Addition> fresh) {
    var first = fresh.getFirst();
    var partition = first.place().partition();
    return new InsertOneModel<>(
        new Document("_id", id)
            .append("total", first.total())
            .append("topicId", partition.topicId())
            .append("partition", partition.number())
            .append("applied", fresh.getLast().place().offset())
            .append("labels", new Document(new LinkedHashMap<>(first.labels())))
            .append("sums", new Document(new LinkedHashMap<>(sumOf(fresh)))));
  }

  private static WriteModel<Document> update(String id, long applied, List<Addition> fresh) {
    var increments = new Document();
    sumOf(fresh).forEach((name, sum) -> increments.append("sums." + name, sum));
    return new UpdateOneModel<>(
        and(eq("_id", id), eq("applied", applied)),
        new Document("$set", new Document("applied", fresh.getLast().place().offset()))
            .append("$inc", increments));
  }

  private static Map<String, Long> sumOf(List<Addition> additions) {
    var sums = new LinkedHashMap<String, Long>();
    additions.forEach(
        a -> a.sums().forEach((name, value) -> sums.merge(name, value, Math::addExact)));
    return sums;
  }
}
