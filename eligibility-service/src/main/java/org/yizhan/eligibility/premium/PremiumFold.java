package org.yizhan.eligibility.premium;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Mark;

/**
 * Which premiums are owed for a person in the year in which something became known (H15): a
 * resident who is marked, in one city, on at least one day of it. What becomes known late reaches
 * back within its year, never into the year before. A mark or an enrolment that begins later in the
 * year is owed at once, and due in the month in which both have begun.
 */
public final class PremiumFold {

  private static final int CITY_PREFIX = 4;

  /** The day counts first, then the person's advantage; the rest only makes the choice certain. */
  private static final BinaryOperator<Entitled> DECIDING =
      BinaryOperator.minBy(
          comparing(Entitled::from)
              .thenComparing(one -> one.subsidy().amount(), reverseOrder())
              .thenComparing(one -> one.mark().agency())
              .thenComparing(one -> one.mark().category())
              .thenComparing(one -> one.mark().county()));

  private final PremiumLaw law;

  public PremiumFold(PremiumLaw law) {
    this.law = law;
  }

  private record Entitled(LocalDate from, Mark mark, Subsidy subsidy) {}

  /**
   * At most one for each city.
   *
   * @param knownOn the day since when the coverage is what it is
   */
  public List<PremiumObligation> obligations(Coverage coverage, LocalDate knownOn) {
    var year = Year.from(knownOn);
    var byCity = new TreeMap<String, Entitled>();
    for (var enrolment : coverage.enrolments()) {
      if (enrolment.scheme() == Scheme.RESIDENT) {
        for (var mark : coverage.marks()) {
          entitled(enrolment, mark, year)
              .ifPresent(one -> byCity.merge(enrolment.city(), one, DECIDING));
        }
      }
    }
    return byCity.entrySet().stream()
        .map(one -> obligation(coverage.personNumber(), one.getKey(), one.getValue(), knownOn))
        .toList();
  }

  private Optional<Entitled> entitled(Enrolment enrolment, Mark mark, Year year) {
    var start = law.startOf(enrolment.city(), mark.category());
    if (start == null || !mark.county().regionMatches(0, enrolment.city(), 0, CITY_PREFIX)) {
      return Optional.empty();
    }
    var from =
        Stream.of(year.atDay(1), enrolment.from(), mark.effectiveFrom(), start)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    if (from.getYear() > year.getValue()
        || isAfter(from, enrolment.to())
        || isAfter(from, mark.effectiveTo())) {
      return Optional.empty();
    }
    return law.on(from, enrolment.city(), mark.category())
        .map(subsidy -> new Entitled(from, mark, subsidy));
  }

  private static boolean isAfter(LocalDate day, @Nullable LocalDate end) {
    return end != null && day.isAfter(end);
  }

  private static PremiumObligation obligation(
      String personNumber, String city, Entitled entitled, LocalDate knownOn) {
    var mark = entitled.mark();
    var bothDone = entitled.from().isAfter(knownOn) ? entitled.from() : knownOn;
    return new PremiumObligation(
        PremiumObligation.idOf(personNumber, city, knownOn.getYear()),
        personNumber,
        city,
        mark.county(),
        knownOn.getYear(),
        entitled.from(),
        entitled.subsidy(),
        mark.category(),
        mark.agency(),
        knownOn,
        YearMonth.from(bothDone).atEndOfMonth());
  }
}
