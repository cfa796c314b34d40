package org.yizhan.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What failed of a poll is read again from its partition's first record, more and more slowly; a
 * defect of ours, or a failure that lasts, stops the partition and leaves its neighbours running.
 * Nothing is ever skipped.
 *
 * <p>Seeks by itself instead of {@code Acknowledgment.nack}: two partitions that nack in one poll
 * leave the container paused for ever.
 */
final class FailedBatches implements CommonErrorHandler {

  private static final Logger log = LoggerFactory.getLogger(FailedBatches.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** Neighbours on the same consumer wait meanwhile, and the broker must not miss it in a poll. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  /** With the pauses above about ten minutes: longer than a restart of broker or store. */
  private static final int TRIES_MAX = 200;

  private final StoppedPartitions stopped;
  private final MeterRegistry meters;
  private final Map<TopicPartition, Failure> failures = new ConcurrentHashMap<>();
  private Consumer<TopicPartition> pause = partition -> {};

  /** How often the batch that begins at this offset has failed. */
  private record Failure(long offset, int tries) {}

  FailedBatches(StoppedPartitions stopped, MeterRegistry meters) {
    this.stopped = stopped;
    this.meters = meters;
  }

  /** The container exists only after its handler; it alone can pause one partition for good. */
  void pausingWith(Consumer<TopicPartition> containersPause) {
    this.pause = containersPause;
  }

  @Override
  public boolean isAckAfterHandle() {
    return false;
  }

  @Override
  public void handleBatch(
      Exception thrown,
      ConsumerRecords<?, ?> records,
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
      MessageListenerContainer container,
      Runnable invokeListener) {
    var causes = causesOf(thrown, records);
    var done = new HashMap<TopicPartition, OffsetAndMetadata>();
    var wait = Duration.ZERO;
    for (var partition : records.partitions()) {
      var cause = causes.get(partition);
      if (cause == null) {
        long last = records.records(partition).getLast().offset();
        done.put(partition, new OffsetAndMetadata(last + 1));
      } else {
        long first = records.records(partition).getFirst().offset();
        consumer.seek(partition, first);
        wait = longer(wait, pauseAfter(partition, first, cause));
      }
    }
    if (!done.isEmpty()) {
      consumer.commitSync(done);
    }
    rest(wait);
  }

  private static Map<TopicPartition, ? extends Exception> causesOf(
      Exception thrown, ConsumerRecords<?, ?> records) {
    if (thrown.getCause() instanceof FailedPartitions failed) {
      return failed.causes();
    }
    var all = new HashMap<TopicPartition, Exception>();
    records.partitions().forEach(partition -> all.put(partition, thrown));
    return all;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Duration pauseAfter(TopicPartition partition, long first, Throwable failure) {
    var failed =
        failures.merge(
            partition,
            new Failure(first, 1),
            (known, one) -> known.offset() == first ? new Failure(first, known.tries() + 1) : one);
    meters.counter("yizhan.retries", "topic", partition.topic()).increment();
    if (failure instanceof OurDefect || failed.tries() >= TRIES_MAX) {
      log.error(
          "{} is STOPPED; nothing of it is committed. Mend the cause and restart this service.",
          partition,
          failure);
      stopped.add(partition);
      pause.accept(partition);
      return Duration.ZERO;
    }
    log.warn("{}: try {} failed, trying again", partition, failed.tries(), failure);
    var next = FIRST_PAUSE.multipliedBy(1L << Math.min(failed.tries() - 1, 6));
    return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }

  private static void rest(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
