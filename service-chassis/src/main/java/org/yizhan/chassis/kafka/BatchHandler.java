package org.yizhan.chassis.kafka;

/**
 * What a service does with a batch. It stores its decisions and returns what is to be published;
 * only when all of that is acknowledged, and {@link Reaction#whenAcknowledged} has run, the offset
 * is committed. So a handler sees a batch again, perhaps cut differently, after any crash and must
 * find its decisions instead of taking them twice.
 *
 * <p>Throw {@link OurDefect} for what must never happen: the partition stops. Anything else thrown
 * is tried again.
 */
@FunctionalInterface
public interface BatchHandler<E> {
  Reaction handle(Batch<E> batch);
}
