package org.yizhan.roster.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.local.Engines;
import org.yizhan.roster.fullroster.RosterEntries;
import org.yizhan.roster.fullroster.RosterEntriesContract;

class MongoRosterEntriesIT extends RosterEntriesContract {

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
  protected RosterEntries entries() {
    return new MongoRosterEntries(
        client.getDatabase("full-rosters-it"), ZoneId.of("Asia/Shanghai"));
  }
}
