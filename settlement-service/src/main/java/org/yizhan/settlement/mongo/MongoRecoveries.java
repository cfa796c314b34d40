package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;
import org.yizhan.settlement.settling.Recoveries;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code recoveries: {_id: caseId, city, open, version, recovery: JSON, returns: {returnId: bytes
 * as published}}}.
 */
public final class MongoRecoveries implements Recoveries {

  private static final String CITY = "city";
  private static final String OPEN = "open";
  private static final String VERSION = "version";
  private static final String RECOVERY = "recovery";
  private static final String RETURNS = "returns";

  private final MongoCollection<Document> recoveries;
  private final JsonMapper json;

  public MongoRecoveries(MongoDatabase database, JsonMapper json) {
    this.recoveries = database.getCollection("recoveries");
    this.json = json;
    recoveries.createIndex(new Document(CITY, 1).append(OPEN, 1).append("_id", 1));
  }

  @Override
  public void open(Recovery opened) {
    var document =
        new Document("_id", opened.caseId().toString())
            .append(CITY, opened.city())
            .append(OPEN, opened.state().isOpen())
            .append(VERSION, opened.version())
            .append(RECOVERY, json.writeValueAsString(opened));
    BulkWrites.ignoringDuplicates(recoveries, List.of(new InsertOneModel<>(document)));
  }

  @Override
  public Optional<Recovery> find(UUID caseId) {
    return Optional.ofNullable(recoveries.find(eq("_id", caseId.toString())).first())
        .map(this::read);
  }

  @Override
  public Optional<byte[]> returnOf(UUID caseId, UUID returnId) {
    return Optional.ofNullable(
            recoveries.find(eq("_id", caseId.toString())).projection(include(RETURNS)).first())
        .map(found -> found.get(RETURNS, Document.class))
        .map(returns -> returns.get(returnId.toString(), Binary.class))
        .map(Binary::getData);
  }

  @Override
  public void become(Recovery next, @Nullable Returned returned) {
    var changes = new ArrayList<Bson>();
    changes.add(set(OPEN, next.state().isOpen()));
    changes.add(set(VERSION, next.version()));
    changes.add(set(RECOVERY, json.writeValueAsString(next)));
    if (returned != null) {
      changes.add(set(RETURNS + '.' + returned.returnId(), new Binary(returned.event())));
    }
    var before = and(eq("_id", next.caseId().toString()), eq(VERSION, next.version() - 1));
    if (recoveries.updateOne(before, combine(changes)).getMatchedCount() == 0) {
      throw new ChangedMeanwhile(
          "recovery %s is not at version %d".formatted(next.caseId(), next.version() - 1));
    }
  }

  @Override
  public List<Recovery> open(String city, @Nullable UUID after, int limit) {
    var following = after == null ? empty() : gt("_id", after.toString());
    return recoveries
        .find(and(eq(CITY, city), eq(OPEN, true), following))
        .sort(ascending("_id"))
        .limit(limit)
        .map(this::read)
        .into(new ArrayList<>());
  }

  private Recovery read(Document document) {
    return json.readValue(document.getString(RECOVERY), Recovery.class);
  }
}
