package org.yizhan.chassis.kafka;

/** Where a record stands on the log. */
public record Place(PartitionId partition, long offset) {

  @Override
  public String toString() {
    return partition + ":" + offset;
  }
}
