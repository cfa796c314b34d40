package org.yizhan.suite.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementAnswered;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.settling.BenefitYears;

/**
 * Years as they become, and as they were when a case was proposed or a bill under another number of
 * the same human may have asked.
 */
final class RebuiltYears {

  /** In the order in which they are stored: what is compared together then lies together. */
  private final Map<String, BenefitYear> years = new TreeMap<>();

  private final Set<String> wanted = new HashSet<>();
  private final Map<String, BenefitYear> earlier = new HashMap<>();
  private final Map<String, List<Accumulators>> used = new HashMap<>();
  private final Map<UUID, List<StayCircumstances>> alternatives = new HashMap<>();
  private final boolean severalNumbers;

  /**
   * @param cases that will be decided again and need their years as they were
   * @param severalNumbers whether these are years of people who have had more than one number
   */
  RebuiltYears(Collection<ReimbursementAnswered> cases, boolean severalNumbers) {
    this.severalNumbers = severalNumbers;
    for (var answered : cases) {
      var one = answered.reimbursement();
      var key = new BenefitYear.Key(one.personNumber(), one.city(), one.year());
      wanted.add(versionOf(key, one.yearVersion()));
    }
  }

  private static String versionOf(BenefitYear.Key key, long version) {
    return BenefitYears.idOf(key) + '@' + version;
  }

  Optional<BenefitYear> find(BenefitYear.Key key) {
    return Optional.ofNullable(years.get(BenefitYears.idOf(key)));
  }

  Optional<BenefitYear> find(BenefitYear.Key key, long version) {
    return Optional.ofNullable(earlier.get(versionOf(key, version)));
  }

  void become(BenefitYear year) {
    years.put(BenefitYears.idOf(year.key()), year);
    var version = versionOf(year.key(), year.version());
    if (wanted.contains(version)) {
      earlier.put(version, year);
    }
    if (severalNumbers) {
      used.computeIfAbsent(BenefitYears.idOf(year.key()), _ -> new ArrayList<>())
          .add(year.accumulators());
    }
  }

  /**
   * What a human may have used up under given-up numbers, first what it is now: their years are on
   * other partitions, so that a bill may have seen them as they were before.
   */
  Set<Accumulators> usedUnder(List<String> numbers, BenefitYear.Key key) {
    Set<Accumulators> sums = Set.of(Accumulators.NONE);
    for (var number : numbers) {
      var other = new BenefitYear.Key(number, key.city(), key.year());
      var states = new ArrayList<>(used.getOrDefault(BenefitYears.idOf(other), List.of()));
      states.addFirst(Accumulators.NONE);
      var more = new LinkedHashSet<Accumulators>();
      for (var sum : sums) {
        states
            .reversed()
            .forEach(state -> more.add(sum.plus(state.paid(), state.cumulativeBase())));
      }
      sums = more;
    }
    return sums;
  }

  /** The same bytes come of each of these; the event does not tell which of them it was. */
  void mayAsWellBe(UUID settlementId, List<StayCircumstances> circumstances) {
    alternatives.put(settlementId, List.copyOf(circumstances));
  }

  List<StayCircumstances> alternativesOf(UUID settlementId) {
    return alternatives.getOrDefault(settlementId, List.of());
  }

  int ambiguous() {
    return alternatives.size();
  }

  Collection<BenefitYear> all() {
    return years.values();
  }
}
