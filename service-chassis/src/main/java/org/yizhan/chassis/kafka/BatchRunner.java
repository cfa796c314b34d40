package org.yizhan.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Runs one partition's batch: decode, handle, publish, wait for every acknowledgement, finish,
 * commit. A failure seeks back to the first record and tries again, more and more slowly; a defect
 * of ours, or a failure that lasts, stops the partition and leaves its neighbours running.
 */
final class BatchRunner<E> implements BatchAcknowledgingMessageListener<String, byte[]> {

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

  @Override
  public void onMessage(
      List<ConsumerRecord<String, byte[]>> messages, @Nullable Acknowledgment acknowledgment) {
    var ack = Objects.requireNonNull(acknowledgment, "the container must run in manual mode");
    var partition =
        new TopicPartition(messages.getFirst().topic(), messages.getFirst().partition());
    run(partition, messages);
    ack.acknowledge();
  }

  private void run(TopicPartition place, List<ConsumerRecord<String, byte[]>> messages) {
    var partition = new PartitionId(place.topic(), topicIds.of(place.topic()), place.partition());
    var readable = new ArrayList<Inbound<E>>(messages.size());
    var unreadable = new ArrayList<Unreadable>();
    for (var message : messages) {
      switch (decoder.decode(partition, message)) {
        case RecordDecoder.Decoded.Read<E>(Inbound<E> inbound) -> readable.add(inbound);
        case RecordDecoder.Decoded.Failed<E>(Unreadable failed) -> unreadable.add(failed);
      }
    }
    countUnrecognised(readable);
    var reaction =
        readable.isEmpty()
            ? Reaction.NOTHING
            : subscription.handler().handle(new Batch<>(partition, readable));
    // Parked only now: a handler that fails for minutes would park the same record again with every
    // try.
    var pending = new ArrayList<>(park(messages, unreadable, reaction));
    reaction.publish().forEach(event -> pending.add(publisher.send(event)));
    CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
    reaction.whenAcknowledged().run();
  }

  private List<CompletableFuture<?>> park(
      List<ConsumerRecord<String, byte[]>> messages,
      List<Unreadable> unreadable,
      Reaction reaction) {
    var pending = new ArrayList<CompletableFuture<?>>();
    for (var failed : unreadable) {
      pending.add(parking.park(messageAt(messages, failed.offset()), failed.reason()));
      subscription
          .answerUnreadable()
          .apply(failed)
          .forEach(answer -> pending.add(publisher.send(answer)));
    }
    for (var refused : reaction.parked()) {
      pending.add(parking.park(messageAt(messages, refused.offset()), refused.reason()));
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

  /**
   * Offsets may have gaps (transactions, compaction), so the guess is only where to start looking.
   */
  private static ConsumerRecord<String, byte[]> messageAt(
      List<ConsumerRecord<String, byte[]>> messages, long offset) {
    int from = (int) Math.min(offset - messages.getFirst().offset(), messages.size() - 1L);
    for (int i = from; i >= 0; i--) {
      if (messages.get(i).offset() == offset) {
        return messages.get(i);
      }
    }
    throw new OurDefect("offset " + offset + " was parked but is not in the batch");
  }
}
