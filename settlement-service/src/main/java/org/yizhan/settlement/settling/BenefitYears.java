package org.yizhan.settlement.settling;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.yizhan.settlement.benefityear.BenefitYear;

/** The aggregates: one document each, decision and state in one write. */
public interface BenefitYears {

  /**
   * @param readVersion the version it was read with, 0 for a new year
   */
  record Stored(BenefitYear year, long readVersion) {}

  /**
   * @param outgoing the events of decisions that may not be acknowledged yet, by settlement, as
   *     they are or will be published
   */
  record Change(Stored changed, Map<UUID, byte[]> outgoing) {}

  /** {@code person|city|year}, the id of the aggregate's document. */
  static String idOf(BenefitYear.Key key) {
    return key.personNumber() + '|' + key.city() + '|' + key.year();
  }

  /** The known ones by id; a year without claims is absent. */
  Map<String, Stored> find(Collection<String> yearIds);

  /** The events that these years carry because they may not be acknowledged yet, by settlement. */
  Map<UUID, byte[]> outgoingOf(Collection<String> yearIds);

  /**
   * Writes each year whose stored version is still the one it was read with.
   *
   * @throws ChangedMeanwhile when another consumer wrote one of them; the batch is to be decided
   *     again
   */
  void store(Collection<Change> changes);

  /**
   * Two consumers worked on one partition, as happens around a rebalance; the loser reads again.
   */
  final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ChangedMeanwhile(String message) {
      super(message);
    }
  }
}
