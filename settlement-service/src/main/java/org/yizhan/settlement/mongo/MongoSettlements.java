package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.settlement.settling.Settlements;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code settlements: {_id: settlementId, event: bytes as published}} and {@code refusals: {_id:
 * commandId, settlementId, refusedAt, answer: JSON}}; both are written once and never changed.
 */
public final class MongoSettlements implements Settlements {

  private final MongoCollection<Document> settlements;
  private final MongoCollection<Document> refusals;
  private final JsonMapper json;

  public MongoSettlements(MongoDatabase database, JsonMapper json) {
    this.settlements = database.getCollection("settlements");
    this.refusals = database.getCollection("refusals");
    this.json = json;
    refusals.createIndex(new Document("settlementId", 1).append("refusedAt", -1));
  }

  @Override
  public Map<UUID, byte[]> find(Collection<UUID> settlementIds) {
    var found = new HashMap<UUID, byte[]>();
    for (var document : settlements.find(in("_id", texts(settlementIds)))) {
      found.put(
          UUID.fromString(document.getString("_id")),
          document.get("event", Binary.class).getData());
    }
    return found;
  }

  @Override
  public Set<UUID> published(Collection<UUID> settlementIds) {
    var found = new HashSet<UUID>();
    for (var document :
        settlements.find(in("_id", texts(settlementIds))).projection(include("_id"))) {
      found.add(UUID.fromString(document.getString("_id")));
    }
    return found;
  }

  @Override
  public void keep(Map<UUID, byte[]> published) {
    var writes = new ArrayList<InsertOneModel<Document>>();
    published.forEach(
        (id, bytes) ->
            writes.add(
                new InsertOneModel<>(
                    new Document("_id", id.toString()).append("event", new Binary(bytes)))));
    BulkWrites.ignoringDuplicates(settlements, writes);
  }

  @Override
  public Map<UUID, DischargeRefused> refusalsOf(Collection<UUID> commandIds) {
    var found = new HashMap<UUID, DischargeRefused>();
    for (var document : refusals.find(in("_id", texts(commandIds)))) {
      found.put(UUID.fromString(document.getString("_id")), read(document));
    }
    return found;
  }

  @Override
  public void keepRefusals(Collection<DischargeRefused> refused) {
    BulkWrites.ignoringDuplicates(
        refusals,
        refused.stream()
            .map(
                refusal ->
                    new InsertOneModel<>(
                        new Document("_id", refusal.commandId().toString())
                            .append("settlementId", refusal.settlementId().toString())
                            .append("refusedAt", Date.from(refusal.refusedAt().toInstant()))
                            .append("answer", json.writeValueAsString(refusal))))
            .toList());
  }

  @Override
  public Optional<DischargeRefused> lastRefusalOf(UUID settlementId) {
    var last =
        refusals
            .find(eq("settlementId", settlementId.toString()))
            .sort(descending("refusedAt"))
            .first();
    return Optional.ofNullable(last).map(this::read);
  }

  private DischargeRefused read(Document document) {
    return json.readValue(document.getString("answer"), DischargeRefused.class);
  }

  private static List<String> texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }
}
