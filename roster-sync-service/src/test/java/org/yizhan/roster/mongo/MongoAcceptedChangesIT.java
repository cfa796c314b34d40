package org.yizhan.roster.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yizhan.local.Engines;
import org.yizhan.roster.change.AcceptedChanges;
import org.yizhan.roster.change.AcceptedChangesContract;

class MongoAcceptedChangesIT extends AcceptedChangesContract {

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
  protected AcceptedChanges changes() {
    return new MongoAcceptedChanges(
        client.getDatabase("accepted-changes-it"), ZoneId.of("Asia/Shanghai"));
  }

  @Test
  @Override
  protected void oneWinsHoweverManyAskAtOnce() throws Exception {
    super.oneWinsHoweverManyAskAtOnce();
  }
}
