package org.yizhan.roster.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.local.Engines;
import org.yizhan.roster.change.Merges;
import org.yizhan.roster.change.MergesContract;

class MongoMergesIT extends MergesContract {

  private static MongoClient client;

  private final Merges merges = new MongoMerges(client.getDatabase("merges-" + UUID.randomUUID()));

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  protected Merges merges() {
    return merges;
  }
}
