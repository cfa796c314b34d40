package org.yizhan.chassis.kafka;

import java.util.List;

/**
 * What follows from a batch.
 *
 * @param publish events to send, in order
 * @param parked records that are their sender's fault, each with the reason
 * @param whenAcknowledged runs after the brokers have acknowledged everything and before the offset
 *     is committed
 */
public record Reaction(List<Outbound> publish, List<Parked> parked, Runnable whenAcknowledged) {

  public static final Reaction NOTHING = new Reaction(List.of(), List.of(), () -> {});

  public static Reaction publishing(List<Outbound> events) {
    return new Reaction(events, List.of(), () -> {});
  }

  public Reaction parking(List<Parked> records) {
    return new Reaction(publish, records, whenAcknowledged);
  }

  public Reaction then(Runnable action) {
    return new Reaction(publish, parked, action);
  }

  /** A record of the batch; the reason must not hold personal data. */
  public record Parked(Place place, String reason) {}
}
