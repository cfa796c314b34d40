package org.yizhan.settlement.recovery;

import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;

/** What becomes of a command about a recovery. */
public sealed interface RecoveryDecision {

  /**
   * @param returned the fact for the books, when money has come back
   */
  record Changed(Recovery recovery, Optional<RecoveryReturned> returned)
      implements RecoveryDecision {}

  /**
   * An earlier command, or this very one, has done it.
   *
   * @param returnId when this very command recorded a return
   */
  record Done(Recovery recovery, Optional<UUID> returnId) implements RecoveryDecision {}

  record Refused(Problem problem) implements RecoveryDecision {}
}
