package org.yizhan.settlement.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.local.Engines;
import org.yizhan.settlement.simulation.Simulations;
import org.yizhan.settlement.simulation.SimulationsContract;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

class MongoSimulationsIT extends SimulationsContract {

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
  protected Simulations empty() {
    var database = client.getDatabase("simulations-it");
    database.drop();
    return new MongoSimulations(
        database,
        JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build());
  }
}
