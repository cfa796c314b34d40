package org.yizhan.settlement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything a topic says about one subject, read from the beginning without a group. */
final class TopicReader implements AutoCloseable {

  record Said(String type, String key, String json) {}

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, List<Said>> bySubject = new java.util.HashMap<>();

  TopicReader(String bootstrap, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new org.apache.kafka.common.TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  List<Said> about(Object subject) {
    for (var message : consumer.poll(Duration.ofMillis(100))) {
      var said =
          new Said(
              new String(message.headers().lastHeader("ce_type").value()),
              message.key(),
              new String(message.value()));
      var header = message.headers().lastHeader("ce_subject");
      bySubject
          .computeIfAbsent(header == null ? "" : new String(header.value()), s -> new ArrayList<>())
          .add(said);
    }
    return bySubject.getOrDefault(String.valueOf(subject), List.of());
  }

  List<Said> await(Object subject, Predicate<List<Said>> enough) {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (System.nanoTime() < end) {
      if (enough.test(about(subject))) {
        return about(subject);
      }
    }
    throw new AssertionError("not said in time about " + subject + ": " + about(subject));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
