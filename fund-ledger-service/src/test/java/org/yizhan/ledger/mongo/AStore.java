package org.yizhan.ledger.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.yizhan.local.Engines;

/** A database of its own for each test, as durable as the service's. */
final class AStore implements AutoCloseable {

  private final MongoClient client = MongoClients.create(Engines.forTests().mongoUri());

  MongoDatabase empty() {
    return client
        .getDatabase("ledger-" + UUID.randomUUID())
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public void close() {
    client.close();
  }
}
