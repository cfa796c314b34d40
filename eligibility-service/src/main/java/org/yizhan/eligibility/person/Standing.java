package org.yizhan.eligibility.person;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Mark;

/**
 * What counts of a person on one day: the enrolment in force, and the marks that a stay admitted
 * and discharged that day would be settled with.
 *
 * @param eligibilityVersion 0 while nothing was known
 * @param categories empty without an enrolment in force: benefits begin on the day on which both
 *     the registration and the mark are done (H14)
 */
public record Standing(
    long eligibilityVersion, @Nullable Enrolment enrolled, List<Mark> categories) {

  private static final int CITY_PREFIX = 4;

  public Standing {
    categories = List.copyOf(categories);
  }

  public static Standing of(Person person, LocalDate day) {
    if (person.version() == 0) {
      return new Standing(0, null, List.of());
    }
    var coverage = person.coverage();
    // enrolments do not overlap: at most one is in force
    return coverage.enrolments().stream()
        .filter(one -> one.isInForceOn(day))
        .findFirst()
        .map(one -> new Standing(person.version(), one, marksOn(coverage, one, day)))
        .orElseGet(() -> new Standing(person.version(), null, List.of()));
  }

  /** A mark counts only in the city of the county that confirmed it. */
  private static List<Mark> marksOn(Coverage coverage, Enrolment enrolled, LocalDate day) {
    return coverage.marks().stream()
        .filter(mark -> mark.isInForceOn(day))
        .filter(mark -> mark.county().regionMatches(0, enrolled.city(), 0, CITY_PREFIX))
        .sorted(countingSince(enrolled))
        .toList();
  }

  /** The order in which settlement chooses between marks that are equally favourable. */
  private static Comparator<Mark> countingSince(Enrolment enrolled) {
    return comparing(
            (Mark mark) ->
                mark.effectiveFrom().isAfter(enrolled.from())
                    ? mark.effectiveFrom()
                    : enrolled.from())
        .thenComparing(Mark::category)
        .thenComparing(Mark::county)
        .thenComparing(Mark::agency);
  }
}
