package org.yizhan.gateway.intake;

import java.util.List;
import java.util.Optional;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.Adjustment;

/** What a caller is told. */
public sealed interface Answer {

  /**
   * @param status of the settlement or case, for counting
   * @param json of what was decided; a settlement exactly as it was published, so that all who
   *     asked the same read the same bytes
   */
  record Decided(String status, byte[] json) implements Answer {}

  /**
   * @param later settlements for whose sake a cancellation is refused
   */
  record Refused(Problem problem, List<Adjustment> later) implements Answer {

    public Refused(Problem problem) {
      this(problem, List.of());
    }
  }

  /**
   * Not decided within the caller's patience; it will be.
   *
   * @param settlement what can be shown of it meanwhile
   */
  record Pending(Optional<PendingSettlement> settlement) implements Answer {}

  /** More callers wait than this instance takes; nothing was sent. */
  record Crowded() implements Answer {}
}
