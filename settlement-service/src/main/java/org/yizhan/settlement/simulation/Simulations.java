package org.yizhan.settlement.simulation;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The simulations asked for. Whoever works on one holds it for a while, and again and again. */
public interface Simulations {

  /**
   * The right to work on a simulation.
   *
   * @param attempt counts how often it was taken; a later attempt ends the earlier one's right
   * @param inVain how often in a row it was taken before, kept nothing and was not let go
   */
  record Hold(Simulation simulation, int attempt, int inVain) {}

  /** One whose id is known stays as it is. */
  void add(Simulation simulation);

  Optional<Simulation> find(UUID id);

  /** Takes the oldest RUNNING one that nobody holds. */
  Optional<Hold> take(OffsetDateTime now, OffsetDateTime until);

  /** Keeps it longer; false when it was cancelled, or taken by another. */
  boolean renew(Hold hold, OffsetDateTime until);

  /** Keeps what one more slice came to; false as {@link #renew}. */
  boolean keep(Hold hold, Slice slice, Findings soFar);

  /** It is answered: every slice is in. */
  void finish(Hold hold);

  /** There will be no answer. */
  void fail(Hold hold, String failure);

  /** Lets go, so that it is taken again at once; that is no attempt in vain. */
  void release(Hold hold);

  /** Ends a RUNNING one; false when there is none of this id. */
  boolean cancel(UUID id);
}
