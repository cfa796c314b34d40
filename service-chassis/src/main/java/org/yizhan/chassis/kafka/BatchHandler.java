package org.yizhan.chassis.kafka;

/**
 * What a service does with a batch. It stores its decisions and returns what is to be published;
 * only when all of that is acknowledged, and {@link Reaction#whenAcknowledged} has run, the offset
 * is committed. So a handler sees records again, perhaps in other batches, after any crash and must
 * find its decisions instead of taking them twice.
 *
 * <p>Throw {@link OurDefect} for what must never happen: the partition stops. Anything else thrown
 * is tried again. What fails with a batch of several partitions is handled again partition by
 * partition, so that only the guilty wait.
 */
@FunctionalInterface
public interface BatchHandler<E> {
  Reaction handle(Batch<E> batch);
}
