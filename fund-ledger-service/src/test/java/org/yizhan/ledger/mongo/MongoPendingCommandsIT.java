package org.yizhan.ledger.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.ledger.asking.PendingCommands;
import org.yizhan.ledger.asking.PendingCommandsContract;
import org.yizhan.local.Engines;

class MongoPendingCommandsIT extends PendingCommandsContract {

  private static MongoClient client;
  private final MongoDatabase database = client.getDatabase("pending-" + UUID.randomUUID());

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  protected PendingCommands commands() {
    return new MongoPendingCommands(database);
  }
}
