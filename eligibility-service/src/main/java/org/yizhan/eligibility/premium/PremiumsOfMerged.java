package org.yizhan.eligibility.premium;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;
import org.yizhan.eligibility.person.Person;
import org.yizhan.eligibility.person.PremiumsOfBoth;

/** Nothing is paid twice for one human (H15), however many numbers there were. */
public final class PremiumsOfMerged implements PremiumsOfBoth {

  private final Premiums premiums;

  public PremiumsOfMerged(Premiums premiums) {
    this.premiums = premiums;
  }

  private record CityYear(String city, int year) implements Comparable<CityYear> {

    static CityYear of(PremiumObligation owed) {
      return new CityYear(owed.city(), owed.year());
    }

    @Override
    public int compareTo(CityYear other) {
      return year == other.year ? city.compareTo(other.city) : Integer.compare(year, other.year);
    }
  }

  /**
   * Without what was owed already under a number that was given up for this person's; what is owed
   * under the person's own number as well stays owed.
   */
  List<PremiumObligation> firstOwed(Person person, List<PremiumObligation> arisen) {
    var given = person.mergedFrom();
    if (arisen.isEmpty() || given.isEmpty()) {
      return arisen;
    }
    var before = owedUnder(given);
    before.removeAll(owedUnder(List.of(person.number())));
    return arisen.stream().filter(one -> !before.contains(CityYear.of(one))).toList();
  }

  /** What was owed under both numbers stays so: the years are named, for the agency to mend. */
  @Override
  public List<FieldError> remarksOn(Person before, ReportsAdopted merge) {
    var staying = Stream.concat(Stream.of(before.number()), before.mergedFrom().stream()).toList();
    var given = Person.unheardOf(before.number()).with(merge, List.of()).mergedFrom();
    var both = owedUnder(staying);
    both.retainAll(owedUnder(given));
    return both.stream()
        .map(
            one ->
                new FieldError(
                    "duplicateIdNumber",
                    null,
                    "the premium of %d in city %s was owed under both numbers"
                        .formatted(one.year(), one.city())))
        .toList();
  }

  private TreeSet<CityYear> owedUnder(Collection<String> numbers) {
    return premiums.of(numbers).stream().map(CityYear::of).collect(toCollection(TreeSet::new));
  }
}
