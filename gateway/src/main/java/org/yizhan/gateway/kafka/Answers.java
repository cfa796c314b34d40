package org.yizhan.gateway.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.yizhan.contracts.Topics;
import org.yizhan.gateway.intake.WaitingRoom;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears every decision, from now on: all partitions without a consumer group, for an answer may
 * come to any partition and its caller waits at one instance only. Nothing is committed: what was
 * missed, the caller learns by asking again.
 */
public final class Answers implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);
  private static final List<String> TOPICS = List.of(Topics.SETTLEMENTS, Topics.CARE_ANSWERS);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration POSITIONS_WITHIN = Duration.ofSeconds(30);

  private final Map<String, Object> settings;
  private final AnswerReader reader;
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private volatile boolean listening;
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private @Nullable Thread thread;

  /**
   * @param settings of a consumer that reads from the end, without a group
   */
  public Answers(Map<String, Object> settings, WaitingRoom waitingRoom, JsonMapper mapper) {
    this.settings = settings;
    this.reader = new AnswerReader(waitingRoom, mapper);
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().daemon().name("answers").start(this::listen);
  }

  private void listen() {
    do {
      try (var fresh = new KafkaConsumer<String, byte[]>(settings)) {
        consumer = fresh;
        follow(fresh);
      } catch (WakeupException e) {
        log.debug("woken to stop", e);
      } catch (KafkaException | IllegalStateException e) {
        log.warn("answers are not heard; callers get 202 meanwhile", e);
      } finally {
        listening = false;
      }
    } while (!stopsWithin(PAUSE));
  }

  private void follow(Consumer<String, byte[]> consumer) {
    var partitions = TOPICS.stream().flatMap(topic -> partitionsOf(consumer, topic)).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Seeking is lazy: only when the broker has said where the end is, no answer can be missed any
    // more.
    partitions.forEach(partition -> consumer.position(partition, POSITIONS_WITHIN));
    listening = true;
    while (isRunning()) {
      consumer.poll(POLL).forEach(reader::read);
    }
  }

  private static Stream<TopicPartition> partitionsOf(
      Consumer<String, byte[]> consumer, String topic) {
    var partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new IllegalStateException(
          "topic " + topic + " is missing; create the topics of deploy/topics.yaml first");
    }
    return partitions.stream().map(info -> new TopicPartition(topic, info.partition()));
  }

  private boolean stopsWithin(Duration pause) {
    try {
      return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void stop() {
    stopping.countDown();
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      if (thread != null) {
        thread.join(POSITIONS_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  /** Before the web server starts and after it has answered its last caller. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public Health health() {
    return (listening ? Health.up() : Health.down()).withDetail("topics", TOPICS).build();
  }
}
