package org.yizhan.eligibility.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.eligibility.premium.Premiums;
import org.yizhan.eligibility.premium.PremiumsContract;
import org.yizhan.local.Engines;

class MongoPremiumsIT extends PremiumsContract {

  private static MongoClient client;

  private final Premiums premiums =
      new MongoPremiums(client.getDatabase("premiums-" + UUID.randomUUID()));

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  protected Premiums premiums() {
    return premiums;
  }
}
