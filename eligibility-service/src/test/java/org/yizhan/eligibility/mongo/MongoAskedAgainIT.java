package org.yizhan.eligibility.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.eligibility.premium.AskedAgain;
import org.yizhan.eligibility.premium.AskedAgainContract;
import org.yizhan.local.Engines;

class MongoAskedAgainIT extends AskedAgainContract {

  private static MongoClient client;

  private final AskedAgain asked =
      new MongoAskedAgain(client.getDatabase("rounds-" + UUID.randomUUID()));

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  protected AskedAgain asked() {
    return asked;
  }
}
