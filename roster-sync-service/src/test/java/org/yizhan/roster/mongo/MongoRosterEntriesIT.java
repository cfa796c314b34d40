package org.yizhan.roster.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
    return new MongoRosterEntries(database(), ZoneId.of("Asia/Shanghai"));
  }

  private static MongoDatabase database() {
    return client.getDatabase("full-rosters-it");
  }

  @Test
  @DisplayName("H12: an entry that was stored before its beginning was kept began with its marking")
  void readsWhatHasNoBeginning() {
    var entry = entry("old", "P1", "DIBAO", "441602");
    entries().store(List.of(entry));
    database()
        .getCollection(MongoRosterEntries.COLLECTION)
        .updateOne(eq("agency", "old"), combine(unset("since"), unset("sinceSaidAt")));
    assertThat(entries().load(List.of(entry.key()))).containsValue(entry);
  }
}
