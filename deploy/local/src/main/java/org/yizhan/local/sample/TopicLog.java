package org.yizhan.local.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on the topics, each read from its beginning. */
final class TopicLog {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;
  private final JsonMapper json = JsonMapper.builder().build();

  TopicLog(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** The records up to the present end that fit. */
  List<JsonNode> all(String topic, Predicate<JsonNode> fitting) {
    var found = new ArrayList<JsonNode>();
    try (var consumer = consumer()) {
      var partitions = assign(consumer, topic);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var one : consumer.poll(POLL)) {
          Optional.of(json.readTree(one.value())).filter(fitting).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /**
   * Waits until a record fits.
   *
   * @throws SampleFailure when the time is over
   */
  void await(String topic, String what, Predicate<JsonNode> fitting, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try (var consumer = consumer()) {
      assign(consumer, topic);
      while (!pollFinds(consumer, fitting)) {
        if (System.nanoTime() > deadline) {
          throw new SampleFailure(
              "%s has not come to %s within %d s".formatted(what, topic, patience.toSeconds()));
        }
      }
    }
  }

  private boolean pollFinds(KafkaConsumer<String, byte[]> consumer, Predicate<JsonNode> fitting) {
    for (var one : consumer.poll(POLL)) {
      if (fitting.test(json.readTree(one.value()))) {
        return true;
      }
    }
    return false;
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.<String, Object>of("bootstrap.servers", bootstrap),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> assign(KafkaConsumer<String, byte[]> consumer, String topic) {
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(one -> new TopicPartition(topic, one.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return partitions;
  }
}
