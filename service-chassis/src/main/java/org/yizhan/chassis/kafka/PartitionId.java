package org.yizhan.chassis.kafka;

/**
 * A partition of one life of a topic. A topic that is deleted and made again has a new id and
 * starts its offsets anew, so whatever remembers an offset must remember the topic id with it.
 */
public record PartitionId(String topic, String topicId, int number) {

  @Override
  public String toString() {
    return topicId + "/" + number;
  }
}
