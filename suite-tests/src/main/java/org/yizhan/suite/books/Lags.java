package org.yizhan.suite.books;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.yizhan.contracts.Topics;

/** How far each service is behind on what it reads. */
public final class Lags implements AutoCloseable {

  /**
   * Every consumer group and what it reads; a group that never committed is behind on all of it.
   */
  private static final Map<String, List<String>> READS =
      Map.of(
          "roster-sync-service",
          List.of(
              Topics.ENROLMENT_CHANGES,
              Topics.FILING_CHANGES,
              Topics.ROSTER_CHANGES_PREFIX + "civil-affairs",
              Topics.ROSTER_CHANGES_PREFIX + "poverty-relief",
              Topics.ROSTER_CHANGES_PREFIX + "disabled-persons",
              Topics.ROSTER_CHANGES_PREFIX + "veterans-affairs",
              Topics.ROSTER_FEEDBACK),
          "eligibility-service",
          List.of(Topics.ROSTER, Topics.LEDGER, Topics.CALENDAR),
          "settlement-service",
          List.of(
              Topics.CARE_COMMANDS,
              Topics.ELIGIBILITY,
              Topics.HOSPITALS,
              Topics.OFF_SITE_FUNCTIONS),
          "fund-ledger-service",
          List.of(Topics.SETTLEMENTS, Topics.FUND_COMMANDS, Topics.CALENDAR),
          "reconciliation-service",
          List.of(Topics.SETTLEMENTS));

  private final Admin admin;

  public Lags(String bootstrap) {
    this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap));
  }

  /** Records not yet committed, by {@code group topic}, only where there are any. */
  public SortedMap<String, Long> behind() {
    var behind = new TreeMap<String, Long>();
    READS.forEach(
        (group, topics) -> {
          var committed = committed(group);
          endsOf(topics)
              .forEach(
                  (partition, end) -> {
                    long open = end - committed.getOrDefault(partition, 0L);
                    if (open > 0) {
                      behind.merge(group + " " + partition.topic(), open, Math::addExact);
                    }
                  });
        });
    return behind;
  }

  /**
   * Waits until nobody is behind, twice in a row: one who was asked first may have got something
   * from one who was asked last. Returns what is still open when the time is over.
   */
  public SortedMap<String, Long> awaitNone(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var behind = behind();
    for (int quiet = 0; quiet < 2 && System.nanoTime() < deadline; ) {
      Thread.sleep(100);
      behind = behind();
      quiet = behind.isEmpty() ? quiet + 1 : 0;
    }
    return behind;
  }

  /** How many records of a topic a group has done with since the topic began. */
  public long done(String group, String topic) {
    return committed(group).entrySet().stream()
        .filter(one -> one.getKey().topic().equals(topic))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many records a topic holds. */
  public long count(String topic) {
    return endsOf(List.of(topic)).values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<TopicPartition, Long> committed(String group) {
    return asked(
        () -> {
          var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
          var committed = new HashMap<TopicPartition, Long>();
          offsets.forEach(
              (partition, offset) -> {
                if (offset != null) {
                  committed.put(partition, offset.offset());
                }
              });
          return committed;
        });
  }

  private Map<TopicPartition, Long> endsOf(Collection<String> topics) {
    return asked(
        () -> {
          var latest = new HashMap<TopicPartition, OffsetSpec>();
          admin
              .describeTopics(topics)
              .allTopicNames()
              .get()
              .forEach(
                  (name, topic) ->
                      topic
                          .partitions()
                          .forEach(
                              one ->
                                  latest.put(
                                      new TopicPartition(name, one.partition()),
                                      OffsetSpec.latest())));
          var ends = new HashMap<TopicPartition, Long>();
          admin
              .listOffsets(latest)
              .all()
              .get()
              .forEach((partition, found) -> ends.put(partition, found.offset()));
          return ends;
        });
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws ExecutionException, InterruptedException;
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("Kafka does not say how far the services are", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
