package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.eligibility.person.ApplyingChanges.Result;
import org.yizhan.eligibility.person.Person;
import org.yizhan.eligibility.person.Persons;
import org.yizhan.eligibility.premium.YearsBegun.BegunYear;

/**
 * Finds out what is owed: after every change of a person, and for everyone once a year begins. An
 * obligation is stored before it is asked for, and asked for again with every later change of the
 * person while it is not known to be paid.
 */
public final class OwingPremiums {

  private final PremiumFold fold;
  private final Stores stores;
  private final PremiumsOfMerged merged;
  private final ZoneId zone;

  /**
   * @param zone in which a time since when something is known becomes a day
   */
  public OwingPremiums(PremiumFold fold, Stores stores, ZoneId zone) {
    this.fold = fold;
    this.stores = stores;
    this.merged = new PremiumsOfMerged(stores.premiums());
    this.zone = zone;
  }

  public record Stores(Persons persons, Premiums premiums, YearsBegun years) {}

  /**
   * Judges each change by what was known with it, not by what is known now: a change that comes
   * again, or in another batch, leads to the same obligation.
   *
   * @param result changes that are stored
   * @return what is not paid of it
   */
  public List<PremiumObligation> after(Result result) {
    var latest = stores.years().latest();
    var arisen = new ArrayList<PremiumObligation>();
    for (var change : result.applied()) {
      var number = change.event().origin().personNumber();
      var person = personIn(result, number);
      var then = person.at(change.version());
      var knownOn = knownOn(then);
      arisen.addAll(owedFor(then, knownOn, person));
      // The change was known in the old year and came after the person's turn in the new one.
      latest
          .filter(year -> year.year() > knownOn.getYear())
          .ifPresent(year -> arisen.addAll(owedFor(person, year.on(), person)));
    }
    return unpaid(arisen);
  }

  /**
   * Nothing for a number that was given up: whoever stays has what was reported under it.
   *
   * @param now the same person with all that is stored: a merge may have come with the change
   */
  private List<PremiumObligation> owedFor(Person then, LocalDate knownOn, Person now) {
    return then.mergedInto() == null
        ? merged.firstOwed(now, fold.obligations(then.coverage(), knownOn))
        : List.of();
  }

  private static Person personIn(Result result, String number) {
    return result.persons().stream()
        .filter(person -> person.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private LocalDate knownOn(Person person) {
    return person
        .reported()
        .map(report -> report.origin().receivedAt().atZoneSameInstant(zone).toLocalDate())
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /**
   * Some of the persons of a year that has begun.
   *
   * @param unpaid what is to be asked for before the page counts as done
   */
  public record Page(BegunYear before, BegunYear after, List<PremiumObligation> unpaid) {}

  /** The next page of the year that is not finished; empty when all are. */
  public Optional<Page> nextPage(int limit) {
    return stores.years().unfinished().map(year -> page(year, limit));
  }

  private Page page(BegunYear year, int limit) {
    var persons = stores.persons().page(year.after(), limit);
    var arisen =
        persons.stream().flatMap(person -> owedFor(person, year.on(), person).stream()).toList();
    var last = persons.isEmpty() ? year.after() : persons.getLast().number();
    var after = new BegunYear(year.year(), year.on(), last, persons.size() < limit);
    return new Page(year, after, unpaid(arisen));
  }

  /** Once what is unpaid of the page was asked for. */
  public void done(Page page) {
    stores.years().advance(page.before(), page.after());
  }

  private List<PremiumObligation> unpaid(List<PremiumObligation> arisen) {
    return stores.premiums().keep(arisen).stream()
        .filter(premium -> !premium.isPaid())
        .map(Premium::obligation)
        .toList();
  }
}
