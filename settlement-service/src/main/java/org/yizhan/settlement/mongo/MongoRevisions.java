package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.settlement.settling.Revisions;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code revisions: {_id: revisionId, cause, revisedAt, settlements: [id], event: bytes as
 * published}} and {@code refusedCancellations: {_id: commandId, answer: JSON}}; both are written
 * once and never changed.
 */
public final class MongoRevisions implements Revisions {

  private final MongoCollection<Document> revisions;
  private final MongoCollection<Document> refusals;
  private final JsonMapper json;

  public MongoRevisions(MongoDatabase database, JsonMapper json) {
    this.revisions = database.getCollection("revisions");
    this.refusals = database.getCollection("refusedCancellations");
    this.json = json;
    revisions.createIndex(new Document("settlements", 1).append("revisedAt", 1));
  }

  @Override
  public Optional<byte[]> find(UUID revisionId) {
    return Optional.ofNullable(revisions.find(eq("_id", revisionId.toString())).first())
        .map(MongoRevisions::eventIn);
  }

  @Override
  public List<Published> of(UUID settlementId) {
    return revisions
        .find(eq("settlements", settlementId.toString()))
        .sort(new Document("revisedAt", 1))
        .map(found -> new Published(Cause.valueOf(found.getString("cause")), eventIn(found)))
        .into(new ArrayList<>());
  }

  private static byte[] eventIn(Document document) {
    return document.get("event", Binary.class).getData();
  }

  @Override
  public void keep(Collection<Kept> published) {
    BulkWrites.ignoringDuplicates(
        revisions, published.stream().map(each -> new InsertOneModel<>(document(each))).toList());
  }

  private static Document document(Kept published) {
    return new Document("_id", published.revisionId().toString())
        .append("cause", published.cause().name())
        .append("revisedAt", Date.from(published.revisedAt().toInstant()))
        .append("settlements", published.settlementIds().stream().map(UUID::toString).toList())
        .append("event", new Binary(published.event()));
  }

  @Override
  public Optional<CancellationRefused> refusalOf(UUID commandId) {
    return Optional.ofNullable(refusals.find(eq("_id", commandId.toString())).first())
        .map(found -> json.readValue(found.getString("answer"), CancellationRefused.class));
  }

  @Override
  public void keepRefusal(CancellationRefused refusal) {
    var document =
        new Document("_id", refusal.commandId().toString())
            .append("answer", json.writeValueAsString(refusal));
    BulkWrites.ignoringDuplicates(refusals, List.of(new InsertOneModel<>(document)));
  }
}
