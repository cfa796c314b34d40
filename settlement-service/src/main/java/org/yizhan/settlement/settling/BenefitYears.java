package org.yizhan.settlement.settling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.payerchain.Accumulators;

/** The aggregates: one document each, decision and state in one write. */
public interface BenefitYears {

  /**
   * @param readVersion the version it was read with, 0 for a new year
   * @param carried settlements whose events it carries because they may not be acknowledged yet
   */
  record Stored(RunningYear year, long readVersion, Set<UUID> carried) {

    public Stored {
      carried = Set.copyOf(carried);
    }
  }

  /**
   * @param outgoing the events of its new decisions, by settlement, as they will be published; they
   *     join those that it carries
   * @param acknowledged settlements whose events it need not carry any longer
   */
  record Change(Stored changed, Map<UUID, byte[]> outgoing, Set<UUID> acknowledged) {}

  /**
   * A year folded again.
   *
   * @param readVersion the version of the year that was folded
   * @param event its {@code claims-revised} event, carried until it is acknowledged
   */
  record Revising(long readVersion, BenefitYear year, UUID revisionId, byte[] event) {}

  /** {@code person|city|year}, the id of the aggregate's document. */
  static String idOf(BenefitYear.Key key) {
    return key.personNumber() + '|' + key.city() + '|' + key.year();
  }

  /**
   * The id of the reimbursement case for one state of year and coverage.
   *
   * @param rejected how many cases of the same state were rejected before it
   */
  static UUID caseIdOf(BenefitYear year, long eligibilityVersion, int rejected) {
    return DerivedId.of(
        "reimbursement-case", idOf(year.key()), year.version(), eligibilityVersion, rejected);
  }

  /** The known ones by id, without their claims; a year without any is absent. */
  Map<String, Stored> find(Collection<String> yearIds);

  /** What the person's years in this city and year under these other numbers have used up. */
  default Accumulators usedUnder(Collection<String> personNumbers, BenefitYear.Key key) {
    var ids =
        personNumbers.stream()
            .map(number -> idOf(new BenefitYear.Key(number, key.city(), key.year())))
            .toList();
    var used = Accumulators.NONE;
    for (var found : ids.isEmpty() ? List.<Stored>of() : find(ids).values()) {
      used = used.plus(found.year().used().paid(), found.year().used().cumulativeBase());
    }
    return used;
  }

  /**
   * A year with its claims.
   *
   * @throws BrokenInvariant when what is kept as used up is not what its claims add up to
   */
  Optional<BenefitYear> findWhole(String yearId);

  /** All years of these people, with their claims. */
  List<Read> ofPersons(Collection<String> personNumbers);

  /** A year out of many, of which a broken one must not hide the others. */
  sealed interface Read {

    BenefitYear.Key key();

    /** As {@link #findWhole} reads it. */
    record Whole(BenefitYear year) implements Read {

      @Override
      public BenefitYear.Key key() {
        return year.key();
      }
    }

    /** What is stored is not a year that adds up. */
    record Broken(BenefitYear.Key key, BrokenInvariant why) implements Read {}
  }

  /** A revision that the year carries because it may not be acknowledged yet. */
  Optional<byte[]> revisionOf(String yearId, UUID revisionId);

  /**
   * Writes a year that was folded again, with all its claims.
   *
   * @throws ChangedMeanwhile as {@link #store}
   */
  void revise(Revising revising);

  /**
   * The years need not carry these revisions any longer.
   *
   * @param yearIds by revision
   */
  void forgetRevisions(Map<UUID, String> yearIds);

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
