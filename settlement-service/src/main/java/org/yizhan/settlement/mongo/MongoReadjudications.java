package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.settlement.readjudication.Adoption;
import org.yizhan.settlement.readjudication.Readjudications;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Slice;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code affectedSettlements: {_id: "job|settlement", job, slice, settlement: JSON}}, a document
 * per settlement because a city's list knows no bound, and {@code adoptions: {_id: commandId, job,
 * person, adoption: JSON}}, written once.
 */
public final class MongoReadjudications implements Readjudications {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> affected;
  private final MongoCollection<Document> adoptions;
  private final JsonMapper json;

  public MongoReadjudications(MongoDatabase database, JsonMapper json) {
    this.affected = database.getCollection("affectedSettlements");
    this.adoptions = database.getCollection("adoptions");
    this.json = json;
    affected.createIndex(new Document("job", 1).append("slice", 1));
    adoptions.createIndex(new Document("job", 1).append("person", 1));
  }

  @Override
  public void list(UUID jobId, Slice slice, List<Compared> settlements) {
    if (!settlements.isEmpty()) {
      affected.bulkWrite(settlements.stream().map(one -> listing(jobId, slice, one)).toList());
    }
  }

  private ReplaceOneModel<Document> listing(UUID jobId, Slice slice, Compared settlement) {
    var id = listed(jobId, settlement.settlementId().toString());
    return new ReplaceOneModel<>(
        eq("_id", id),
        new Document("_id", id)
            .append("job", jobId.toString())
            .append("slice", slice.number())
            .append("settlement", json.writeValueAsString(settlement)),
        UPSERT);
  }

  private static String listed(UUID jobId, String settlementId) {
    return jobId + "|" + settlementId;
  }

  @Override
  public void unlist(UUID jobId, Slice slice) {
    affected.deleteMany(and(eq("job", jobId.toString()), eq("slice", slice.number())));
  }

  @Override
  public List<Compared> page(UUID jobId, @Nullable UUID after, int limit) {
    var following = gt("_id", listed(jobId, after == null ? "" : after.toString()));
    return affected
        .find(and(following, lt("_id", jobId + "}")))
        .sort(ascending("_id"))
        .limit(limit)
        .map(found -> json.readValue(found.getString("settlement"), Compared.class))
        .into(new ArrayList<>());
  }

  @Override
  public void keep(Collection<Adoption> decided) {
    BulkWrites.ignoringDuplicates(
        adoptions, decided.stream().map(each -> new InsertOneModel<>(document(each))).toList());
  }

  private Document document(Adoption adoption) {
    return new Document("_id", adoption.commandId().toString())
        .append("job", adoption.jobId().toString())
        .append("person", adoption.personNumber())
        .append("adoption", json.writeValueAsString(adoption));
  }

  @Override
  public long decided(Collection<UUID> commandIds) {
    return adoptions.countDocuments(in("_id", commandIds.stream().map(UUID::toString).toList()));
  }

  @Override
  public void read(UUID jobId, Slice slice, Consumer<Adoption> each) {
    var conditions =
        new ArrayList<Bson>(List.of(eq("job", jobId.toString()), gte("person", slice.from())));
    var before = slice.before();
    if (before != null) {
      conditions.add(lt("person", before));
    }
    adoptions
        .find(and(conditions))
        .forEach(found -> each.accept(json.readValue(found.getString("adoption"), Adoption.class)));
  }
}
