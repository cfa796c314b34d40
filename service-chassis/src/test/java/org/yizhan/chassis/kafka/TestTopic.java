package org.yizhan.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.yizhan.local.Engines;

/** A topic of its own for a test, with {@code .parked} and {@code .out} beside it. */
final class TestTopic implements AutoCloseable {

  static final int PARTITIONS = 3;

  private final String name = "said-" + UUID.randomUUID();
  private final Map<String, Object> config =
      Map.of("bootstrap.servers", Engines.forTests().kafkaBootstrap(), "acks", "all");
  private final Admin admin = Admin.create(config);
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());

  TestTopic() {
    var topics =
        List.of(topic(name, PARTITIONS), topic(name + ".parked", 1), topic(name + ".out", 1));
    sure(() -> admin.createTopics(topics).all().get());
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, partitions, (short) 1);
  }

  String name() {
    return name;
  }

  void say(int partition, String word, int number) {
    send(partition, "{\"word\":\"%s\",\"number\":%d}".formatted(word, number));
  }

  void send(int partition, String data) {
    var message = new ProducerRecord<>(name, partition, "personal key", data.getBytes(UTF_8));
    Map.of("ce_specversion", "1.0", "ce_id", "1", "ce_type", "word-said.v1", "ce_source", "/test")
        .forEach((header, value) -> message.headers().add(header, value.getBytes(UTF_8)));
    sure(() -> producer.send(message).get());
  }

  /** -1 when nothing was committed. */
  long committed(String group, int partition) {
    var offsets =
        sure(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    var offset = offsets.get(new TopicPartition(name, partition));
    return offset == null ? -1 : offset.offset();
  }

  List<ConsumerRecord<String, byte[]>> published() {
    return read(name + ".out");
  }

  List<ConsumerRecord<String, byte[]>> parked() {
    return read(name + ".parked");
  }

  private List<ConsumerRecord<String, byte[]>> read(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", config.get("bootstrap.servers")),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var end = consumer.endOffsets(List.of(partition)).get(partition);
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (consumer.position(partition) < end) {
        found.addAll(consumer.poll(Duration.ofMillis(200)).records(partition));
      }
      return found;
    }
  }

  private static <T> T sure(Callable<T> call) {
    try {
      return call.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
