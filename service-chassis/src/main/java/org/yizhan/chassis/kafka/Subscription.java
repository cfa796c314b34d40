package org.yizhan.chassis.kafka;

import java.util.List;
import java.util.function.Function;

/**
 * A service's interest in one topic. Every bean of this type becomes one consumer in the group of
 * the service, or as many as it asks for: the larger its batches, the less a record costs. More
 * instances share the partitions.
 *
 * @param events the sealed interface whose records are the event types of the topic
 * @param consumers among which this instance divides its partitions: one waits for the store while
 *     another decodes
 * @param answerUnreadable what to publish when a record cannot be decoded, besides parking it
 */
public record Subscription<E>(
    String topic,
    EventTypes<E> events,
    BatchHandler<E> handler,
    int consumers,
    Function<Unreadable, List<Outbound>> answerUnreadable) {

  public static <E> Subscription<E> to(
      String topic, EventTypes<E> events, BatchHandler<E> handler) {
    return new Subscription<>(topic, events, handler, 1, unreadable -> List.of());
  }

  public Subscription<E> answeringUnreadable(Function<Unreadable, List<Outbound>> answer) {
    return new Subscription<>(topic, events, handler, consumers, answer);
  }

  public Subscription<E> withConsumers(int number) {
    return new Subscription<>(topic, events, handler, number, answerUnreadable);
  }
}
