package org.yizhan.ledger.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.fund.FundsContract;
import org.yizhan.local.Engines;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

class MongoFundsIT extends FundsContract {

  // as the service sets it: a time keeps its offset, so that it is written as it was read
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();

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
  protected Funds funds() {
    return new MongoFunds(client.getDatabase("funds-" + UUID.randomUUID()), MAPPER);
  }
}
