package org.yizhan.local.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.local.sample.Messages.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Publishes as the agencies do, CloudEvents in binary mode, and reads the answers. */
final class AgencyDesk {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;
  private final JsonMapper json = JsonMapper.builder().build();

  AgencyDesk(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Returns when the broker has acknowledged every message. */
  void publish(List<Message> messages) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "acks", "all", "client.id", "yizhan-sample");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      var sent = messages.stream().map(message -> producer.send(cloudEvent(message))).toList();
      for (var one : sent) {
        one.get();
      }
    } catch (ExecutionException refused) {
      throw new SampleFailure("Kafka did not take the sample: " + refused.getMessage(), refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SampleFailure("interrupted", interrupted);
    }
  }

  private ProducerRecord<String, byte[]> cloudEvent(Message message) {
    var event =
        new ProducerRecord<>(
            message.topic(), message.key(), json.writeValueAsBytes(message.body()));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", message.id(),
            "ce_source", message.source(),
            "ce_type", message.type(),
            "content-type", "application/json")
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return event;
  }

  /**
   * Waits until each change is answered. The topic is read from its beginning, since a repeated
   * change may have been answered by an earlier run.
   *
   * @return the answers by changeId
   * @throws SampleFailure naming the refused changes, or those without an answer when the time is
   *     over
   */
  Map<String, RosterFeedback> awaitAnswers(Set<String> changeIds, Duration patience) {
    var answers = new HashMap<String, RosterFeedback>();
    long deadline = System.nanoTime() + patience.toNanos();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      assignAll(consumer);
      while (!answers.keySet().containsAll(changeIds)) {
        if (System.nanoTime() > deadline) {
          var open = new HashSet<>(changeIds);
          open.removeAll(answers.keySet());
          throw new SampleFailure("no answer on " + Topics.ROSTER_FEEDBACK + " for " + open);
        }
        consumer.poll(POLL).forEach(one -> take(one.value(), changeIds, answers));
      }
    }
    requireAccepted(answers);
    return answers;
  }

  private static void assignAll(KafkaConsumer<String, byte[]> consumer) {
    var partitions = new ArrayList<TopicPartition>();
    consumer
        .partitionsFor(Topics.ROSTER_FEEDBACK)
        .forEach(one -> partitions.add(new TopicPartition(one.topic(), one.partition())));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private void take(byte[] value, Set<String> changeIds, Map<String, RosterFeedback> answers) {
    try {
      var answer = json.readValue(value, RosterFeedback.class);
      if (answer.changeId() != null && changeIds.contains(answer.changeId())) {
        answers.put(answer.changeId(), answer);
      }
    } catch (JacksonException notOurs) {
      throw new SampleFailure(
          "an answer that cannot be read: " + notOurs.getOriginalMessage(), notOurs);
    }
  }

  private static void requireAccepted(Map<String, RosterFeedback> answers) {
    var refused =
        answers.values().stream()
            .filter(answer -> answer.outcome() == RosterFeedback.Outcome.REFUSED)
            .map(answer -> answer.changeId() + ": " + answer.errors())
            .collect(Collectors.joining("\n  "));
    if (!refused.isEmpty()) {
      throw new SampleFailure("changes of the sample were refused:\n  " + refused);
    }
  }
}
