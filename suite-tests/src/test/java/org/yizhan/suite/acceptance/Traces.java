package org.yizhan.suite.acceptance;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks for a text in everything that a suite writes down. */
final class Traces {

  private final String bootstrap;
  private final String mongoUri;
  private final Path logs;

  Traces(House house) {
    this.bootstrap = house.suite().engines().kafkaBootstrap();
    this.mongoUri = house.suite().engines().mongoUri();
    this.logs = house.logs();
  }

  /** What was found, and how much was looked at, so that an empty look is seen to be one. */
  record Found(Set<String> places, int documents, int records, int logLines) {}

  Found of(List<String> texts) throws IOException {
    var places = new TreeSet<String>();
    return new Found(
        places, inDatabases(texts, places), inTopics(texts, places), inLogs(texts, places));
  }

  /** Every database, the log of the replica set included. */
  private int inDatabases(List<String> texts, Set<String> places) {
    int documents = 0;
    try (var client = MongoClients.create(mongoUri)) {
      for (var database : client.listDatabaseNames()) {
        for (var collection : client.getDatabase(database).listCollectionNames()) {
          for (var document : client.getDatabase(database).getCollection(collection).find()) {
            documents++;
            note(texts, document.toString(), "database " + database + "." + collection, places);
            note(texts, textOf(document), "database " + database + "." + collection, places);
          }
        }
      }
    }
    return documents;
  }

  /** With the bytes of binary members as text: events are stored as they were published. */
  private static String textOf(Object value) {
    return switch (value) {
      case org.bson.types.Binary binary -> new String(binary.getData(), StandardCharsets.UTF_8);
      case Map<?, ?> map -> {
        var text = new StringBuilder();
        map.forEach((name, member) -> text.append(name).append(textOf(member)));
        yield text.toString();
      }
      case List<?> list -> {
        var text = new StringBuilder();
        list.forEach(member -> text.append(textOf(member)));
        yield text.toString();
      }
      case null -> "";
      default -> value.toString();
    };
  }

  private int inTopics(List<String> texts, Set<String> places) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap);
    int records = 0;
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partitions = new ArrayList<TopicPartition>();
      consumer
          .listTopics()
          .forEach(
              (topic, infos) ->
                  infos.forEach(
                      info -> partitions.add(new TopicPartition(topic, info.partition()))));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var one : consumer.poll(Duration.ofMillis(500))) {
          records++;
          note(one, texts, places);
        }
      }
    }
    return records;
  }

  private static void note(
      ConsumerRecord<String, String> one, List<String> texts, Set<String> places) {
    note(texts, String.valueOf(one.key()), "key on " + one.topic(), places);
    note(texts, String.valueOf(one.value()), "topic " + one.topic(), places);
    for (var header : one.headers()) {
      var value = new String(header.value(), StandardCharsets.UTF_8);
      note(texts, value, "header on " + one.topic(), places);
    }
  }

  private int inLogs(List<String> texts, Set<String> places) throws IOException {
    int lines = 0;
    try (var files = Files.list(logs)) {
      for (var file : files.toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        lines += (int) text.lines().count();
        note(texts, text, "log " + file.getFileName(), places);
      }
    }
    return lines;
  }

  private static void note(List<String> texts, String where, String place, Set<String> places) {
    for (var text : texts) {
      if (where.contains(text)) {
        places.add(place);
      }
    }
  }
}
