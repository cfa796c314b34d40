package org.yizhan.ledger.journal;

/** The record that an entry first came from; a topic that is made again has another id. */
public record Origin(String topicId, int partition, long offset) {}
