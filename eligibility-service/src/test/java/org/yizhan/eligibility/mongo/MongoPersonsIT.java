package org.yizhan.eligibility.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.yizhan.eligibility.person.Persons;
import org.yizhan.eligibility.person.PersonsContract;
import org.yizhan.local.Engines;

class MongoPersonsIT extends PersonsContract {

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
  protected Persons persons() {
    return new MongoPersons(client.getDatabase("persons-it"), ZoneId.of("Asia/Shanghai"));
  }
}
