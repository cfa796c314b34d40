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
  private final Map<String, String> known = new ConcurrentHashMap<>();

  TopicIds(KafkaAdmin admin) {
    this.admin = admin;
  }

  /** @throws IllegalStateException when the topic does not exist or the brokers do not answer */
  public String of(String topic) {
    return known.computeIfAbsent(topic, this::ask);
  }

  private String ask(String topic) {
    try (var client = Admin.create(admin.getConfigurationProperties())) {
      var described =
          client.describeTopics(List.of(topic)).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return requireNonNull(described.get(topic)).topicId().toString();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "topic " + topic + " cannot be described; create the topics of deploy/topics.yaml first", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for topic " + topic, e);
    }
  }
}
