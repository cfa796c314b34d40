package org.yizhan.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.yizhan.chassis.kafka.Said.WordSaid;
import org.yizhan.local.Engines;
import tools.jackson.databind.json.JsonMapper;

/** A small service on a real broker: one consumer thread, three partitions. */
class BatchRunnerIT {

  private final TestTopic topic = new TestTopic();
  private final String group = "chassis-test-" + UUID.randomUUID();
  private final Map<Integer, List<Integer>> handled = new ConcurrentHashMap<>();
  private ConfigurableApplicationContext service;

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Service {

    @Bean
    Subscription<Said> said(TestTopic topic, BatchHandler<Said> handler, JsonMapper mapper) {
      return Subscription.to(topic.name(), EventTypes.of(Said.class, mapper), handler)
          .answeringUnreadable(unreadable -> List.of(answer(topic, unreadable.reason())));
    }
  }

  private static Outbound answer(TestTopic topic, String text) {
    return new Outbound(
        topic.name() + ".out",
        "key",
        "answer.v1",
        UUID.randomUUID(),
        null,
        null,
        text.getBytes(UTF_8));
  }

  private void start(BatchHandler<Said> handler) {
    service =
        new SpringApplicationBuilder(Service.class)
            .initializers(
                context -> {
                  context.getBeanFactory().registerSingleton("topic", topic);
                  context.getBeanFactory().registerSingleton("handler", handler);
                })
            .run(
                "--spring.config.import=classpath:yizhan-chassis.yaml",
                "--spring.application.name=" + group,
                "--server.port=0",
                "--YIZHAN_KAFKA_BOOTSTRAP=" + Engines.forTests().kafkaBootstrap(),
                "--YIZHAN_MONGODB_URI=" + Engines.forTests().mongoUri());
  }

  @AfterEach
  void stop() {
    service.close();
    topic.close();
  }

  /** Remembers what it was given; call it last, when nothing can fail any more. */
  private Reaction remember(Batch<Said> batch) {
    batch
        .records()
        .forEach(
            said ->
                handled
                    .computeIfAbsent(
                        said.place().partition().number(), p -> new CopyOnWriteArrayList<>())
                    .add(((WordSaid) said.event()).number()));
    return Reaction.NOTHING;
  }

  private static List<Integer> numbersOf(Batch<Said> batch) {
    return batch.records().stream().map(said -> ((WordSaid) said.event()).number()).toList();
  }

  private void awaitHandled(int partition, int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> handled.getOrDefault(partition, List.of()).size() >= count);
  }

  @Test
  void aRecordThatCannotBeReadIsParkedOnceAndItsNeighboursAreHandled() {
    var tries = new AtomicInteger();
    topic.say(0, "a", 1);
    topic.send(0, "{\"word\":\"11010519491231002X\",\"number\":\"x\"}");
    topic.say(0, "b", 2);
    start(
        batch -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("the store is away");
          }
          return remember(batch);
        });
    await().atMost(Duration.ofSeconds(30)).until(() -> topic.committed(group, 0) == 3);
    assertThat(handled.get(0)).containsExactly(1, 2);
    var parked = topic.parked();
    assertThat(parked).hasSize(1);
    assertThat(parked.getFirst().key()).isEqualTo(topic.name() + "-0-1");
    assertThat(new String(parked.getFirst().value(), UTF_8)).contains("11010519491231002X");
    assertThat(
            new String(
                parked.getFirst().headers().lastHeader("yizhan-parked-reason").value(), UTF_8))
        .isEqualTo("the data is not of the shape of its type: member number");
    assertThat(parked.getFirst().headers().lastHeader("ce_type").value())
        .isEqualTo("word-said.v1".getBytes(UTF_8));
    assertThat(topic.published()).hasSize(1);
    assertThat(meters().counter("yizhan.parked", "topic", topic.name()).count()).isOne();
  }

  @Test
  void aHandlerMayParkARecordOfItsBatch() {
    topic.say(1, "a", 1);
    topic.say(1, "b", 2);
    start(
        batch -> {
          remember(batch);
          return Reaction.NOTHING.parking(
              batch.records().stream()
                  .filter(said -> said.place().offset() == 1)
                  .map(said -> new Reaction.Parked(said.place(), "sender's fault"))
                  .toList());
        });
    await().atMost(Duration.ofSeconds(30)).until(() -> topic.committed(group, 1) == 2);
    assertThat(topic.parked())
        .extracting(parked -> parked.key())
        .containsExactly(topic.name() + "-1-1");
  }

  @Test
  void aFailureIsTriedAgainAndNothingIsSkippedOrReordered() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      topic.say(i % TestTopic.PARTITIONS, "w", i);
    }
    start(
        batch -> {
          if (random.nextInt(3) == 0) {
            throw new IllegalStateException("not yet");
          }
          return remember(batch);
        });
    for (int i = 300; i < 600; i++) {
      topic.say(i % TestTopic.PARTITIONS, "w", i);
    }
    for (int partition = 0; partition < TestTopic.PARTITIONS; partition++) {
      awaitHandled(partition, 200);
      int first = partition;
      assertThat(handled.get(partition))
          .containsExactlyElementsOf(
              IntStream.range(0, 200).mapToObj(i -> first + i * TestTopic.PARTITIONS).toList());
    }
    assertThat(meters().counter("yizhan.retries", "topic", topic.name()).count()).isPositive();
  }

  @Test
  void aDefectStopsItsPartitionAtOnceAndLosesNothing() {
    start(
        batch -> {
          if (numbersOf(batch).contains(-13)) {
            throw new OurDefect("our books do not balance");
          }
          return remember(batch);
        });
    topic.say(0, "fine", 1);
    awaitHandled(0, 1);
    topic.say(0, "defect", -13);
    await().atMost(Duration.ofSeconds(30)).until(() -> stopped() == 1);

    var began = System.nanoTime();
    for (int i = 1; i <= 50; i++) {
      topic.say(0, "waits", 100 + i);
      topic.say(1, "goes on", i);
      awaitHandled(1, i);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .as("neighbours are not slowed down")
        .isLessThan(Duration.ofSeconds(10));
    assertThat(handled.get(0)).containsExactly(1);
    assertThat(topic.committed(group, 0)).isEqualTo(1);
    assertThat(service.getBean(Subscriptions.class).health().getStatus()).isEqualTo(Status.DOWN);

    service.close();
    start(this::remember);
    awaitHandled(0, 52);
    assertThat(handled.get(0).subList(0, 3)).containsExactly(1, -13, 101);
  }

  @Test
  void theNeighboursOfADefectInTheSamePollAreHandledOnceAndCommitted() {
    topic.say(0, "fine", 1);
    topic.say(1, "defect", -13);
    topic.say(2, "fine", 2);
    start(
        batch -> {
          if (numbersOf(batch).contains(-13)) {
            throw new OurDefect("our books do not balance");
          }
          return remember(batch);
        });
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> topic.committed(group, 0) == 1 && topic.committed(group, 2) == 1);
    await().atMost(Duration.ofSeconds(30)).until(() -> stopped() == 1);
    assertThat(handled).isEqualTo(Map.of(0, List.of(1), 2, List.of(2)));
    assertThat(topic.committed(group, 1)).isEqualTo(-1);
  }

  @Test
  void whatFollowsIsAcknowledgedBeforeTheOffsetIsCommitted() {
    var seen = new CopyOnWriteArrayList<String>();
    topic.say(2, "a", 1);
    topic.say(2, "b", 2);
    start(
        batch -> {
          var answers =
              batch.records().stream()
                  .map(said -> answer(topic, "to " + said.place().offset()))
                  .toList();
          return Reaction.publishing(answers)
              .then(
                  () ->
                      seen.add(
                          topic.published().size()
                              + " published, committed "
                              + topic.committed(group, 2)));
        });
    await().atMost(Duration.ofSeconds(30)).until(() -> topic.committed(group, 2) == 2);
    assertThat(seen.getFirst()).matches("[12] published, committed -1");
    assertThat(topic.published())
        .extracting(answer -> new String(answer.value(), UTF_8))
        .containsExactly("to 0", "to 1");
  }

  @Test
  void whatIsNotAcknowledgedIsNotCommitted() {
    var tries = new AtomicInteger();
    var finished = new ArrayList<Integer>();
    topic.say(0, "a", 1);
    start(
        batch -> {
          var good = answer(topic, "x");
          var target =
              tries.incrementAndGet() < 2 ? "no-such-topic-" + UUID.randomUUID() : good.topic();
          return Reaction.publishing(
                  List.of(
                      new Outbound(target, "k", good.type(), good.id(), null, null, good.data())))
              .then(() -> finished.add(tries.get()));
        });
    await().atMost(Duration.ofSeconds(10)).until(() -> tries.get() == 1);
    assertThat(topic.committed(group, 0)).isEqualTo(-1);
    await().atMost(Duration.ofSeconds(60)).until(() -> topic.committed(group, 0) == 1);
    assertThat(finished).containsExactly(2);
    assertThat(topic.published()).hasSize(1);
  }

  private double stopped() {
    return meters().get("yizhan.partition.stopped").gauge().value();
  }

  private MeterRegistry meters() {
    return service.getBean(MeterRegistry.class);
  }
}
