package org.yizhan.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.jspecify.annotations.Nullable;
import org.yizhan.local.Engines;
import tools.jackson.databind.json.JsonMapper;

/**
 * The topics of the test engines, two partitions each, as a service's neighbours use them: JSON
 * text and {@code ce_} headers go in, everything that stands there comes out.
 */
public final class Wire implements AutoCloseable {

  private static final int PARTITIONS = 2;
  private static final OffsetAndMetadata NOTHING = new OffsetAndMetadata(0);

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Map<String, Object> config;
  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  public Wire() {
    Engines.forTests().createTopics(PARTITIONS);
    config = Map.of("bootstrap.servers", Engines.forTests().kafkaBootstrap(), "acks", "all");
    admin = Admin.create(config);
    producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  /** To the first partition, so that what is sent stands in the order of sending. */
  public RecordMetadata send(String topic, String key, String type, String json) {
    return send(topic, 0, key, type, json);
  }

  /**
   * @param partition null for the one that the key chooses
   * @param event a record of the contracts, which name its type
   */
  public void publish(String topic, @Nullable Integer partition, String key, Object event) {
    var name = Objects.requireNonNull(event.getClass().getAnnotation(JsonTypeName.class)).value();
    send(topic, partition, key, name, mapper.writeValueAsString(event));
  }

  private RecordMetadata send(
      String topic, @Nullable Integer partition, String key, String type, String json) {
    var message = new ProducerRecord<>(topic, partition, key, json);
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_source", "/yizhan/test",
            "ce_type", type,
            "content-type", "application/json")
        .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
    return sure(() -> producer.send(message).get());
  }

  /** Without any header. */
  public RecordMetadata sendBare(String topic, String key, String text) {
    return sure(() -> producer.send(new ProducerRecord<>(topic, 0, key, text)).get());
  }

  /** Everything that stands in a topic now. */
  public List<ConsumerRecord<String, String>> all(String topic) {
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partitions = partitionsOf(List.of(topic));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, String>>();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** Where the topics end now, for {@link #move}. */
  public Map<TopicPartition, OffsetAndMetadata> ends(List<String> topics) {
    return offsets(partitionsOf(topics), OffsetSpec.latest()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
  }

  /** What a group without members reads next. */
  public void move(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
    sure(() -> admin.alterConsumerGroupOffsets(group, offsets).all().get());
  }

  /** Sends a group without members back to the first record of everything it reads. */
  public void rewind(String group) {
    var start = new HashMap<TopicPartition, OffsetAndMetadata>();
    committed(group).keySet().forEach(one -> start.put(one, new OffsetAndMetadata(0)));
    move(group, start);
  }

  /** Takes away everything that stands in the topics now. */
  public void forget(List<String> topics) {
    var all = each(partitionsOf(topics), _ -> RecordsToDelete.beforeOffset(-1));
    sure(() -> admin.deleteRecords(all).all().get());
  }

  /** Whether a group has committed everything that stands in the topics. */
  public boolean hasReadAll(String group, List<String> topics) {
    var read = committed(group);
    var partitions = partitionsOf(topics);
    var begins = offsets(partitions, OffsetSpec.earliest());
    return offsets(partitions, OffsetSpec.latest()).entrySet().stream()
        // where everything was taken away there is nothing to read
        .filter(end -> end.getValue() > begins.getOrDefault(end.getKey(), 0L))
        .allMatch(end -> read.getOrDefault(end.getKey(), NOTHING).offset() >= end.getValue());
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
    return sure(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
    return sure(() -> admin.listOffsets(each(partitions, _ -> which)).all().get())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }

  private List<TopicPartition> partitionsOf(List<String> topics) {
    return sure(() -> admin.describeTopics(topics).allTopicNames().get()).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(one -> new TopicPartition(topic.name(), one.partition())))
        .toList();
  }

  private static <T> Map<TopicPartition, T> each(
      List<TopicPartition> partitions, Function<TopicPartition, T> value) {
    return partitions.stream().collect(Collectors.toMap(one -> one, value));
  }

  /** Null when the message has no such header. */
  public static @Nullable String header(ConsumerRecord<String, String> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  private static <T> T sure(Callable<T> call) {
    try {
      return call.call();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
