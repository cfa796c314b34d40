package org.yizhan.chassis.kafka;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.kafka.core.KafkaAdmin;

/** The ids that the brokers gave the topics at their creation. */
public final class TopicIds {

  private static final int TIMEOUT_SECONDS = 30;

  private final KafkaAdmin admin;
  private final Memory memory;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  TopicIds(KafkaAdmin admin, Memory memory) {
    this.admin = admin;
    this.memory = memory;
  }

  /** Where a service keeps the id under which it first read a topic, beside what it made of it. */
  public interface Memory {

    /** The id kept for the topic; the offered one if none was kept. */
    String firstSeen(String topic, String topicId);
  }

  /**
   * @throws OurDefect when the topic is not the one that this service has read before
   * @throws IllegalStateException when the topic does not exist or the brokers do not answer
   */
  public String of(String topic) {
    return known.computeIfAbsent(topic, name -> requireTheSame(name, ask(name)));
  }

  /**
   * Offsets of another life of the topic mean nothing to what is stored: better stand still than
   * skip.
   */
  private String requireTheSame(String topic, String id) {
    var first = memory.firstSeen(topic, id);
    if (!first.equals(id)) {
      throw new OurDefect(
          "topic %s was deleted and made again: it was %s, it is %s. Restore it, or rebuild this service's database from its topics."
              .formatted(topic, first, id));
    }
    return id;
  }

  private String ask(String topic) {
    try (var client = Admin.create(admin.getConfigurationProperties())) {
      var described =
          client
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return requireNonNull(described.get(topic)).topicId().toString();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "topic " + topic + " cannot be described; create the topics of deploy/topics.yaml first",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for topic " + topic, e);
    }
  }
}
