package org.yizhan.chassis.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.yizhan.chassis.kafka.TopicIds;

/**
 * Each service's own database, named after the service. What is written is on the disks of a
 * majority before anything is published or answered; set in code, so that no connection string can
 * weaken it, and asserted at start-up.
 */
@AutoConfiguration(after = MongoAutoConfiguration.class)
public class StoreConfiguration {

  static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

  @Bean
  MongoClientSettingsBuilderCustomizer durableWrites() {
    return settings ->
        settings
            .writeConcern(DURABLE)
            .readConcern(ReadConcern.MAJORITY)
            .readPreference(ReadPreference.primary())
            // A batch that fails comes again as a whole; a driver that retries makes the server
            // keep a
            // record of every write.
            .retryWrites(false)
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(15, TimeUnit.SECONDS))
            .applyToSocketSettings(socket -> socket.readTimeout(30, TimeUnit.SECONDS));
  }

  @Bean
  MongoDatabase database(MongoClient client, @Value("${spring.application.name}") String service) {
    var database = client.getDatabase(service);
    if (!DURABLE.equals(database.getWriteConcern())) {
      throw new IllegalStateException(
          "writes must be majority and journalled, are " + database.getWriteConcern());
    }
    requireReplicaSet(client);
    return database;
  }

  @Bean
  TopicIds.Memory topicMemory(MongoDatabase database) {
    return new RememberedTopics(database);
  }

  private static void requireReplicaSet(MongoClient client) {
    var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
    if (!hello.containsKey("setName")) {
      throw new IllegalStateException(
          "MongoDB must run as a replica set (a single member will do): a lone server cannot"
              + " promise majority writes");
    }
  }
}
