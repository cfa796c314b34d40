package org.yizhan.settlement.settling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;

/** What is to be recovered, one document per case, with the facts that came of it. */
public interface Recoveries {

  /** Keeps a recovery that is opened; one that is known stays as it is. */
  void open(Recovery opened);

  Optional<Recovery> find(UUID caseId);

  /** The bytes of the event as it is published; a recovery keeps them. */
  Optional<byte[]> returnOf(UUID caseId, UUID returnId);

  /**
   * Writes the next state of a recovery.
   *
   * @param returned the event that comes of it, if one does
   * @throws ChangedMeanwhile when the stored one is not the state before
   */
  void become(Recovery next, @Nullable Returned returned);

  /** An event and its bytes as they will be published. */
  record Returned(UUID returnId, byte[] event) {}

  /**
   * Those of a city of which something is open, in the order of their case ids.
   *
   * @param after the last case of the page before, null for the first page
   */
  List<Recovery> open(String city, @Nullable UUID after, int limit);
}
