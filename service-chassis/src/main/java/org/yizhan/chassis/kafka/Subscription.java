package org.yizhan.chassis.kafka;

import java.util.List;
import java.util.function.Function;

/**
 * A service's interest in one topic. Every bean of this type becomes one consumer in the group of
 * the service: the larger its batches, the less a record costs. More instances share the
 * partitions.
 *
 * @param events the sealed interface whose records are the event types of the topic
 * @param answerUnreadable what to publish when a record cannot be decoded, besides parking it
 */
public record Subscription<E>(
    String topic,
    EventTypes<E> events,
    BatchHandler<E> handler,
    Function<Unreadable, List<Outbound>> answerUnreadable) {

  public static <E> Subscription<E> to(
      String topic, EventTypes<E> events, BatchHandler<E> handler) {
    return new Subscription<>(topic, events, handler, unreadable -> List.of());
  }

  public Subscription<E> answeringUnreadable(Function<Unreadable, List<Outbound>> answer) {
    return new Subscription<>(topic, events, handler, answer);
  }
}
