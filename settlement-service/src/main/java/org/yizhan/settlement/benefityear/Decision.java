package org.yizhan.settlement.benefityear;

import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.Settlement;

/** What comes of a bill. */
public sealed interface Decision {

  /**
   * @param settlement what is said about it
   * @param claim what the year keeps of it
   */
  record Settled(Settlement settlement, Claim claim) implements Decision {}

  /** Nothing is changed; the problem says what to do. */
  record Refused(Problem problem) implements Decision {}
}
