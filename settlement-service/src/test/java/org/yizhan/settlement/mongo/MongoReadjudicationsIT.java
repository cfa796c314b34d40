package org.yizhan.settlement.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.local.Engines;
import org.yizhan.settlement.readjudication.Readjudications;
import org.yizhan.settlement.readjudication.ReadjudicationsContract;
import tools.jackson.databind.json.JsonMapper;

class MongoReadjudicationsIT extends ReadjudicationsContract {

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
  protected Readjudications empty() {
    var database = client.getDatabase("readjudications-it");
    database.drop();
    return new MongoReadjudications(database, JsonMapper.builder().build());
  }
}
