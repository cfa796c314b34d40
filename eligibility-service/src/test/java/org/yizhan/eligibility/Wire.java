package org.yizhan.eligibility;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks to the topics as roster-sync does: JSON text and {@code ce_} headers. */
final class Wire implements AutoCloseable {

  private final Map<String, Object> config;
  private final KafkaProducer<String, String> producer;

  Wire(String bootstrap) {
    this.config = Map.of("bootstrap.servers", bootstrap, "acks", "all");
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  RecordMetadata send(String topic, String key, String type, String json) throws Exception {
    var message = new ProducerRecord<>(topic, 0, key, json);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_source",
            "/agency",
            "ce_type",
            type,
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return producer.send(message).get();
  }

  RecordMetadata sendBare(String topic, String key, String text) throws Exception {
    return producer.send(new ProducerRecord<>(topic, 0, key, text)).get();
  }

  /** Everything that stands in a topic now. */
  List<ConsumerRecord<String, String>> all(String topic) {
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, String>>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** Sends a group without members back to the first record of everything it reads. */
  void rewind(String group) throws Exception {
    try (var admin = Admin.create(config)) {
      var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      var start = new HashMap<TopicPartition, OffsetAndMetadata>();
      committed.keySet().forEach(one -> start.put(one, new OffsetAndMetadata(0)));
      admin.alterConsumerGroupOffsets(group, start).all().get();
    }
  }

  /** Takes away everything that stands in the topics now. */
  void forget(List<String> topics) throws Exception {
    try (var admin = Admin.create(config)) {
      var all = new HashMap<TopicPartition, RecordsToDelete>();
      for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(
                one ->
                    all.put(
                        new TopicPartition(topic.name(), one.partition()),
                        RecordsToDelete.beforeOffset(-1)));
      }
      admin.deleteRecords(all).all().get();
    }
  }

  /** Whether a group has committed everything that stands in the topics. */
  boolean hasReadAll(String group, List<String> topics) throws Exception {
    try (var admin = Admin.create(config)) {
      var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      var latest = new HashMap<TopicPartition, OffsetSpec>();
      for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(
                one ->
                    latest.put(
                        new TopicPartition(topic.name(), one.partition()), OffsetSpec.latest()));
      }
      var earliest = new HashMap<TopicPartition, OffsetSpec>();
      latest.keySet().forEach(one -> earliest.put(one, OffsetSpec.earliest()));
      var begins = admin.listOffsets(earliest).all().get();
      return admin.listOffsets(latest).all().get().entrySet().stream()
          // where everything was taken away there is nothing to read
          .filter(end -> end.getValue().offset() > begins.get(end.getKey()).offset())
          .allMatch(
              end ->
                  committed.get(end.getKey()) != null
                      && committed.get(end.getKey()).offset() >= end.getValue().offset());
    }
  }

  static String header(ConsumerRecord<String, String> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
