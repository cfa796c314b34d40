package org.yizhan.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Runs what one poll brought: decode, handle, publish, wait for every acknowledgement, finish; only
 * then may the container commit it. The poll is handled whole, because most of a batch's cost does
 * not depend on its size; when that fails, each partition by itself, so that only those that fail
 * again are left to {@link FailedBatches}.
 */
final class BatchRunner<E> implements BatchMessageListener<String, byte[]> {

  /** What is not tried by then fails untried: the brokers must not miss this consumer in a poll. */
  private static final Duration APART_MAX = Duration.ofSeconds(60);

  private final Subscription<E> subscription;
  private final RecordDecoder<E> decoder;
  private final Publisher publisher;
  private final Parking parking;
  private final TopicIds topicIds;
  private final MeterRegistry meters;

  BatchRunner(
      Subscription<E> subscription,
      Publisher publisher,
      TopicIds topicIds,
      MeterRegistry meters,
      ZoneId zone) {
    this.subscription = subscription;
    this.decoder = new RecordDecoder<>(subscription.events(), zone);
    this.publisher = publisher;
    this.parking = new Parking(publisher, meters);
    this.topicIds = topicIds;
    this.meters = meters;
  }

  /**
   * @throws FailedPartitions when some must come again
   */
  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
    try {
      run(messages);
    } catch (RuntimeException whole) {
      var failed = runApart(messages, whole);
      if (!failed.isEmpty()) {
        throw new FailedPartitions(failed);
      }
    }
  }

  private Map<TopicPartition, RuntimeException> runApart(
      List<ConsumerRecord<String, byte[]>> messages, RuntimeException whole) {
    var partitions = new LinkedHashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
    for (var message : messages) {
      var partition = new TopicPartition(message.topic(), message.partition());
      partitions.computeIfAbsent(partition, p -> new ArrayList<>()).add(message);
    }
    var failed = new HashMap<TopicPartition, RuntimeException>();
    long deadline = System.nanoTime() + APART_MAX.toNanos();
    partitions.forEach(
        (partition, its) -> {
          if (partitions.size() == 1 || System.nanoTime() > deadline) {
            failed.put(partition, whole);
            return;
          }
          try {
            run(its);
          } catch (RuntimeException again) {
            failed.put(partition, again);
          }
        });
    return failed;
  }

  private void run(List<ConsumerRecord<String, byte[]>> messages) {
    var readable = new ArrayList<Inbound<E>>(messages.size());
    var unreadable = new ArrayList<Unreadable>();
    for (var message : messages) {
      switch (decoder.decode(partitionOf(message), message)) {
        case RecordDecoder.Decoded.Read<E>(Inbound<E> inbound) -> readable.add(inbound);
        case RecordDecoder.Decoded.Failed<E>(Unreadable failed) -> unreadable.add(failed);
      }
    }
    countUnrecognised(readable);
    var reaction =
        readable.isEmpty()
            ? Reaction.NOTHING
            : subscription.handler().handle(new Batch<>(readable));
    // Parked only now: a handler that fails for minutes would park the same record again with every
    // try.
    var pending = new ArrayList<>(park(messages, unreadable, reaction));
    reaction.publish().forEach(event -> pending.add(publisher.send(event)));
    CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
    reaction.whenAcknowledged().run();
  }

  private PartitionId partitionOf(ConsumerRecord<String, byte[]> message) {
    return new PartitionId(message.topic(), topicIds.of(message.topic()), message.partition());
  }

  private List<CompletableFuture<?>> park(
      List<ConsumerRecord<String, byte[]>> messages,
      List<Unreadable> unreadable,
      Reaction reaction) {
    var pending = new ArrayList<CompletableFuture<?>>();
    for (var failed : unreadable) {
      pending.add(parking.park(messageAt(messages, failed.place()), failed.reason()));
      subscription
          .answerUnreadable()
          .apply(failed)
          .forEach(answer -> pending.add(publisher.send(answer)));
    }
    for (var refused : reaction.parked()) {
      pending.add(parking.park(messageAt(messages, refused.place()), refused.reason()));
    }
    return pending;
  }

  private void countUnrecognised(List<Inbound<E>> records) {
    for (var inbound : records) {
      if (!subscription.events().knows(inbound.type())) {
        meters.counter("yizhan.unrecognised", "topic", subscription.topic()).increment();
      }
    }
  }

  private static ConsumerRecord<String, byte[]> messageAt(
      List<ConsumerRecord<String, byte[]>> messages, Place place) {
    for (var message : messages) {
      if (message.offset() == place.offset() && message.partition() == place.partition().number()) {
        return message;
      }
    }
    throw new OurDefect(place + " was parked but is not in the batch");
  }
}
