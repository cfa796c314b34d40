package org.yizhan.eligibility.person;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds whom a number stands for, also after it was given up. */
public final class Survivors {

  private final Persons persons;

  public Survivors(Persons persons) {
    this.persons = persons;
  }

  /** As {@link #of(String, UnaryOperator)}, by all that is known. */
  public Optional<Person> of(String number) {
    return of(number, UnaryOperator.identity());
  }

  /**
   * Whoever took over what was reported under the number: the number's own person before anybody
   * did, and while it is on its way.
   *
   * @param known how much of a person counts, for example what was known at a time
   */
  public Optional<Person> of(String number, UnaryOperator<Person> known) {
    var found = persons.find(number).map(known);
    for (var next = after(found, known); next.isPresent(); next = after(next, known)) {
      if (next.get().mergedFrom().contains(number)) {
        found = next;
      }
    }
    return found;
  }

  private Optional<Person> after(Optional<Person> person, UnaryOperator<Person> known) {
    return person.map(Person::mergedInto).flatMap(persons::find).map(known);
  }
}
