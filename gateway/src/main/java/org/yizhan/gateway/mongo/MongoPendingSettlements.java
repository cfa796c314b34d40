package org.yizhan.gateway.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.yizhan.gateway.intake.PendingSettlement;
import org.yizhan.gateway.intake.PendingSettlements;

/**
 * Collection {@code accepted}: one small document per settlement whose caller was answered with
 * 202.
 */
public final class MongoPendingSettlements implements PendingSettlements {

  private final MongoCollection<Document> accepted;

  public MongoPendingSettlements(MongoDatabase database) {
    this.accepted = database.getCollection("accepted");
  }

  @Override
  public void remember(PendingSettlement pending) {
    try {
      accepted.updateOne(
          eq("_id", pending.settlementId().toString()),
          combine(
              setOnInsert("hospitalCode", pending.hospitalCode()),
              setOnInsert("encounterId", pending.encounterId()),
              setOnInsert("personNumber", pending.personNumber()),
              setOnInsert("receivedAt", pending.receivedAt())),
          new UpdateOptions().upsert(true));
    } catch (MongoWriteException e) {
      // Two callers with the same body at the same moment: the other one's document says the same.
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public Optional<PendingSettlement> find(UUID settlementId) {
    return Optional.ofNullable(accepted.find(eq("_id", settlementId.toString())).first())
        .map(
            stored ->
                new PendingSettlement(
                    settlementId,
                    stored.getString("hospitalCode"),
                    stored.getString("encounterId"),
                    stored.getString("personNumber"),
                    stored.getString("receivedAt")));
  }
}
