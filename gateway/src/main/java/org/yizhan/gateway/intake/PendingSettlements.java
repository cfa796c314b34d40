package org.yizhan.gateway.intake;

import java.util.Optional;
import java.util.UUID;

/**
 * The settlements whose callers were told PENDING, so that their GET is never answered with 404.
 */
public interface PendingSettlements {

  /** Durable when it returns; again with the same id changes nothing. */
  void remember(PendingSettlement pending);

  Optional<PendingSettlement> find(UUID settlementId);
}
