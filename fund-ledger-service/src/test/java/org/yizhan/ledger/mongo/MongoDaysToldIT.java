package org.yizhan.ledger.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.ledger.calendar.DaysTold;
import org.yizhan.ledger.calendar.DaysToldContract;
import org.yizhan.local.Engines;

class MongoDaysToldIT extends DaysToldContract {

  private static MongoClient client;

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  protected DaysTold told() {
    return new MongoDaysTold(client.getDatabase("days-told-" + UUID.randomUUID()));
  }
}
