package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.settlement.settling.Encounters;

/**
 * {@code {_id: "H44160200001/ZY1", settlementId, claimedBy, yearId, cancelled, cancelledYears:
 * {settlementId: yearId}}}: a member that is absent reads as null, so a free encounter is one
 * without settlementId.
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
              uuid(document, "cancelled"),
              cancelledYears(document)));
    }
    return found;
  }

  @Override
  public boolean claim(Collection<Claim> claims, Predicate<Encounter> neverClaimed) {
    // Whoever is late runs into the id or does not match, which leaves the encounter as it is.
    var writes =
        claims.stream()
            .map(
                claim ->
                    claim.replaces() == null && neverClaimed.test(claim.encounter())
                        ? claimFirst(claim)
                        : claimIfFree(claim))
            .toList();
    return BulkWrites.ignoringDuplicates(encounters, writes) == writes.size();
  }

  /** An insert costs the server half of what an upsert costs, and most encounters are new. */
  private static WriteModel<Document> claimFirst(Claim claim) {
    return new InsertOneModel<>(
        new Document("_id", idOf(claim.encounter()))
            .append("settlementId", claim.settlementId().toString())
            .append("claimedBy", claim.commandId().toString())
            .append("yearId", claim.yearId()));
  }

  private static WriteModel<Document> claimIfFree(Claim claim) {
    var free =
        and(
            eq("_id", idOf(claim.encounter())),
            eq("settlementId", null),
            eq("cancelled", text(claim.replaces())));
    return new UpdateOneModel<>(
        free,
        combine(
            set("settlementId", claim.settlementId().toString()),
            set("claimedBy", claim.commandId().toString()),
            set("yearId", claim.yearId())));
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

  @Override
  public void cancel(Encounter encounter, UUID settlementId, String yearId) {
    encounters.updateOne(
        and(eq("_id", idOf(encounter)), eq("settlementId", settlementId.toString())),
        combine(
            unset("settlementId"),
            unset("claimedBy"),
            unset("yearId"),
            set("cancelled", settlementId.toString()),
            set("cancelledYears." + settlementId, yearId)));
  }

  private static Map<UUID, String> cancelledYears(Document document) {
    var years = new HashMap<UUID, String>();
    var stored = document.get("cancelledYears", Document.class);
    if (stored != null) {
      stored.forEach((id, yearId) -> years.put(UUID.fromString(id), (String) yearId));
    }
    return years;
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
