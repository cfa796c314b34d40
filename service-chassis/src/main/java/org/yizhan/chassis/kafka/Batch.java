package org.yizhan.chassis.kafka;

import java.util.List;

/** Records of one partition in order of their offsets, never empty. */
public record Batch<E>(PartitionId partition, List<Inbound<E>> records) {}
