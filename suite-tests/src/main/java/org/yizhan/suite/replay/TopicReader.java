package org.yizhan.suite.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.kafka.PartitionId;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.time.ClockConfiguration;
import tools.jackson.core.JacksonException;

/** Reads topics from their beginning to the end that they have when they are asked. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int SILENT_POLLS_MAX = 150;

  /** A fetch that waits for more at the end of one partition holds up the next partition. */
  private static final int FETCH_WAIT_MS = 10;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, String> ids = new HashMap<>();
  private final String bootstrap;
  private final Findings findings;

  TopicReader(String bootstrap, Findings findings) {
    this.bootstrap = bootstrap;
    this.findings = findings;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "max.poll.records", 2_000,
                "fetch.max.wait.ms", FETCH_WAIT_MS),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  int partitionsOf(String topic) {
    return consumer.partitionsFor(topic).size();
  }

  /** The id that the brokers gave the topic at its creation. */
  String idOf(String topic) {
    return ids.computeIfAbsent(topic, this::ask);
  }

  private String ask(String topic) {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      var description = admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
      if (description == null) {
        throw new IllegalStateException("the brokers say nothing of topic " + topic);
      }
      return description.get().topicId().toString();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("topic " + topic + " cannot be described", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** Whether the partition still has its first record. */
  boolean isWhole(String topic, int partition) {
    var asked = new TopicPartition(topic, partition);
    return consumer.beginningOffsets(List.of(asked)).getOrDefault(asked, 0L) == 0;
  }

  /**
   * Every record of the partition that a service would handle, in order; what it would park is left
   * out and counted.
   *
   * @throws IllegalStateException when the brokers do not go on
   */
  <E> void read(String topic, int partition, EventTypes<E> types, Consumer<Inbound<E>> reader) {
    var asked = new TopicPartition(topic, partition);
    consumer.assign(List.of(asked));
    consumer.seekToBeginning(List.of(asked));
    long end = consumer.endOffsets(List.of(asked)).getOrDefault(asked, 0L);
    var id = new PartitionId(topic, idOf(topic), partition);
    for (int silent = 0; consumer.position(asked) < end; ) {
      var records = consumer.poll(POLL);
      silent = records.isEmpty() ? silent + 1 : 0;
      if (silent > SILENT_POLLS_MAX) {
        throw new IllegalStateException(id + " does not go on; its end is " + end);
      }
      for (var record : records) {
        if (record.offset() < end) {
          decode(id, record, types)
              .ifPresentOrElse(reader, () -> findings.compared(topic + ", parked", 1));
        }
      }
    }
  }

  /** As the chassis decodes: a record that it parks is none. */
  private static <E> Optional<Inbound<E>> decode(
      PartitionId partition, ConsumerRecord<String, byte[]> record, EventTypes<E> types) {
    try {
      var event = KafkaMessageFactory.createReader(record).toEvent();
      var data = event.getData() == null ? new byte[0] : event.getData().toBytes();
      if (!types.knows(event.getType()) || new String(data, UTF_8).strip().equals("null")) {
        return Optional.empty();
      }
      return Optional.of(
          new Inbound<>(
              new Place(partition, record.offset()),
              record.key(),
              event.getType(),
              event.getId(),
              null,
              OffsetDateTime.ofInstant(
                  Instant.ofEpochMilli(record.timestamp()), ClockConfiguration.ZONE),
              types.read(event.getType(), data),
              data));
    } catch (CloudEventRWException | IllegalStateException | JacksonException parked) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
