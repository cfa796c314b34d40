package org.yizhan.ledger.asking;

import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.Payer;

/** Commands whose caller went away before they were decided, so that he finds them again. */
public interface PendingCommands {

  /** What is known already stays as it is. */
  void keep(Pending command);

  Optional<Pending> find(UUID commandId);

  /**
   * @param type for example {@code receive-income.v1}
   */
  record Pending(UUID commandId, String city, Payer fund, String type) {}
}
