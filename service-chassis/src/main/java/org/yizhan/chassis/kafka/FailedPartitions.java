package org.yizhan.chassis.kafka;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Some partitions of a poll could not be handled; the others were, and may be committed. */
final class FailedPartitions extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Map<TopicPartition, RuntimeException> causes;

  FailedPartitions(Map<TopicPartition, RuntimeException> causes) {
    super(causes.size() + " partitions failed", causes.values().iterator().next());
    this.causes = Map.copyOf(causes);
  }

  Map<TopicPartition, RuntimeException> causes() {
    return causes;
  }
}
