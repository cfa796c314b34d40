package org.yizhan.chassis.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** Partitions on which something happened that must never happen; the gauge wakes someone. */
final class StoppedPartitions {

  private final Set<TopicPartition> partitions = ConcurrentHashMap.newKeySet();

  StoppedPartitions(MeterRegistry meters) {
    Gauge.builder("yizhan.partition.stopped", partitions, Set::size).register(meters);
  }

  void add(TopicPartition partition) {
    partitions.add(partition);
  }

  @Override
  public String toString() {
    return partitions.toString();
  }

  boolean isEmpty() {
    return partitions.isEmpty();
  }
}
