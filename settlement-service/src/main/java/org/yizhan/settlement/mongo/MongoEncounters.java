package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.settling.Encounters;

/**
 * {@code {_id: "H44160200001/ZY1", settlementId, claimedBy, yearId, cancelled}}: a member that is
 * absent reads as null, so a free encounter is one without settlementId.
 */
public final class MongoEncounters implements Encounters {

  private final MongoCollection<Document> encounters;

  public MongoEncounters(MongoDatabase database) {
    this.encounters = database.getCollection("encounters");
  }

  @Override
  public Map<Encounter, Holding> find(Collection<Encounter> keys) {
    var byId = new HashMap<String, Encounter>();
    keys.forEach(key -> byId.put(idOf(key), key));
    var found = new HashMap<Encounter, Holding>();
    for (var document : encounters.find(in("_id", byId.keySet()))) {
      found.put(
          byId.get(document.getString("_id")),
          new Holding(
              uuid(document, "settlementId"),
              uuid(document, "claimedBy"),
              document.getString("yearId"),
              uuid(document, "cancelled")));
    }
    return found;
  }

  @Override
  public boolean claim(Collection<Claim> claims) {
    // An encounter that is not free does not match; the upsert then runs into its id, which leaves
    // it as it is.
    var writes = claims.stream().map(MongoEncounters::claimIfFree).toList();
    return BulkWrites.ignoringDuplicates(encounters, writes) == writes.size();
  }

  private static WriteModel<Document> claimIfFree(Claim claim) {
    var free =
        and(
            eq("_id", idOf(claim.encounter())),
            eq("settlementId", null),
            eq("cancelled", text(claim.replaces())));
    Bson taken =
        combine(
            set("settlementId", claim.settlementId().toString()),
            set("claimedBy", claim.commandId().toString()),
            set("yearId", claim.yearId()));
    return new UpdateOneModel<>(free, taken, new UpdateOptions().upsert(claim.replaces() == null));
  }

  @Override
  public void release(Collection<Claim> claims) {
    BulkWrites.ignoringDuplicates(
        encounters, claims.stream().map(MongoEncounters::releaseOwn).toList());
  }

  private static WriteModel<Document> releaseOwn(Claim claim) {
    var own =
        and(
            eq("_id", idOf(claim.encounter())),
            eq("settlementId", claim.settlementId().toString()),
            eq("claimedBy", claim.commandId().toString()));
    return new UpdateOneModel<>(
        own, combine(unset("settlementId"), unset("claimedBy"), unset("yearId")));
  }

  private static String idOf(Encounter encounter) {
    return encounter.hospitalCode() + "/" + encounter.encounterId();
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static @Nullable UUID uuid(Document document, String name) {
    var text = document.getString(name);
    return text == null ? null : UUID.fromString(text);
  }
}
