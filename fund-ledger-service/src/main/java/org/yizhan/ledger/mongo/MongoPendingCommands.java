package org.yizhan.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.asking.PendingCommands;

/** {@code pendingCommands: {_id, city, fund, type}}, one per command answered with 202. */
@Component
final class MongoPendingCommands implements PendingCommands {

  private final MongoCollection<Document> commands;

  MongoPendingCommands(MongoDatabase database) {
    this.commands = database.getCollection("pendingCommands");
  }

  @Override
  public void keep(Pending command) {
    BulkWrites.ignoringDuplicates(
        commands,
        List.of(
            new InsertOneModel<>(
                new Document("_id", command.commandId().toString())
                    .append("city", command.city())
                    .append("fund", command.fund().name())
                    .append("type", command.type()))));
  }

  @Override
  public Optional<Pending> find(UUID commandId) {
    return Optional.ofNullable(commands.find(eq("_id", commandId.toString())).first())
        .map(
            stored ->
                new Pending(
                    commandId,
                    stored.getString("city"),
                    Payer.valueOf(stored.getString("fund")),
                    stored.getString("type")));
  }
}
