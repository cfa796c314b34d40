package org.yizhan.eligibility.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.eligibility.premium.YearsBegun;
import org.yizhan.eligibility.premium.YearsBegunContract;
import org.yizhan.local.Engines;

class MongoYearsBegunIT extends YearsBegunContract {

  private static MongoClient client;

  private final YearsBegun years =
      new MongoYearsBegun(client.getDatabase("years-" + UUID.randomUUID()));

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  protected YearsBegun years() {
    return years;
  }
}
