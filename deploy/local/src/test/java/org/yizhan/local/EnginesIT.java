package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesIT {

  @Test
  void knowWhatTheyAcknowledgedAfterARestartOnOtherPortsWithTheSameFolder(@TempDir Path folder)
      throws Exception {
    try (var engines = start(folder)) {
      engines.createTopics(2);
      publish(engines.kafkaBootstrap(), "settlements", "P1", "first");
      store(engines.mongoUri(), "first");
    }
    try (var engines = start(folder)) {
      engines.createTopics(5);
      assertThat(read(engines.kafkaBootstrap(), "settlements")).containsExactly("first");
      assertThat(partitionsOf(engines.kafkaBootstrap(), "settlements")).isEqualTo(2);
      store(engines.mongoUri(), "second");
      assertThat(stored(engines.mongoUri())).containsExactly("first", "second");
    }
  }

  @Test
  void surviveBeingKilled(@TempDir Path folder) throws Exception {
    try (var engines = start(folder)) {
      engines.createTopics(1);
      publish(engines.kafkaBootstrap(), "roster", "P1", "before the crash");
      store(engines.mongoUri(), "before the crash");
      engines.kafkaProcess().orElseThrow().kill();
      engines.mongoProcess().orElseThrow().kill();
    }
    try (var engines = start(folder)) {
      assertThat(read(engines.kafkaBootstrap(), "roster")).containsExactly("before the crash");
      assertThat(stored(engines.mongoUri())).containsExactly("before the crash");
    }
  }

  @Test
  void areSharedByTheTestsOfAJvm() {
    assertThat(Engines.forTests()).isSameAs(Engines.forTests());
    assertThat(Engines.forTests().choices()).hasSize(2);
  }

  private static Engines start(Path folder) {
    return Engines.start(
        new EngineSettings(
            folder.resolve("data"), Ports.free(), Ports.free(), SuiteSettings.Compiler.C1),
        System.out::println);
  }

  private static void publish(String bootstrap, String topic, String key, String value)
      throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "acks", "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, key, value)).get();
    }
  }

  private static List<String> read(String bootstrap, String topic) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(Set.of(partition));
      return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
          .map(one -> one.value())
          .toList();
    }
  }

  private static int partitionsOf(String bootstrap, String topic) {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      return admin
          .describeTopics(List.of(topic))
          .topicNameValues()
          .get(topic)
          .get()
          .partitions()
          .size();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static void store(String uri, String text) {
    try (var client = MongoClients.create(uri)) {
      notes(client).insertOne(new Document("text", text));
    }
  }

  private static List<String> stored(String uri) {
    try (var client = MongoClients.create(uri)) {
      return notes(client).find().map(one -> one.getString("text")).into(new ArrayList<>());
    }
  }

  private static MongoCollection<Document> notes(MongoClient client) {
    return client
        .getDatabase("engines_test")
        .getCollection("notes")
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }
}
