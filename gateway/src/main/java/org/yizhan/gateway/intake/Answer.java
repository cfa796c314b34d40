package org.yizhan.gateway.intake;

import org.yizhan.contracts.Problem;

/** What a caller is told. */
public sealed interface Answer {

  /**
   * @param status of the settlement, for counting
   * @param settlement the JSON exactly as settlement published it, so that all who asked the same
   *     read the same bytes
   */
  record Settled(String status, byte[] settlement) implements Answer {}

  record Refused(Problem problem) implements Answer {}

  /** Not decided within the caller's patience; it will be. */
  record Pending(PendingSettlement settlement) implements Answer {}

  /** More callers wait than this instance takes; nothing was sent. */
  record Crowded() implements Answer {}
}
