package org.yizhan.settlement.simulation;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is to be put into effect (H10), and who wants it.
 *
 * @param jobId the same for what it would come to and for putting it into effect
 * @param maker who asked
 * @param approval null until somebody else has confirmed it
 */
public record Order(UUID jobId, String maker, String reason, @Nullable Approval approval) {

  /**
   * @param receivedAt its date is the booking date
   */
  public record Approval(String checker, OffsetDateTime receivedAt) {}
}
