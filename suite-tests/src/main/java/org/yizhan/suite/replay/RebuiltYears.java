package org.yizhan.suite.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementAnswered;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.settling.BenefitYears;

/** The years of one partition as they become, and as they were when a case was proposed. */
final class RebuiltYears {

  private final Map<String, BenefitYear> years = new LinkedHashMap<>();
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, BenefitYear> earlier = new HashMap<>();
  private final Map<UUID, List<StayCircumstances>> alternatives = new HashMap<>();

  /**
   * @param cases that will be decided again and need their years as they were
   */
  RebuiltYears(Collection<ReimbursementAnswered> cases) {
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
