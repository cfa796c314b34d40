package org.yizhan.eligibility.person;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fake passes {@link PersonsContract} as the store does. */
public final class PersonsInMemory implements Persons {

  private final Map<String, Person> persons = new HashMap<>();

  @Override
  public Optional<Person> find(String number) {
    return Optional.ofNullable(persons.get(number));
  }

  @Override
  public Optional<Heading> headingOf(String number) {
    return find(number).map(person -> new Heading(person.version(), person.mergedInto()));
  }

  @Override
  public Map<String, Person> load(Collection<String> numbers) {
    var found = new HashMap<>(persons);
    found.keySet().retainAll(numbers);
    return found;
  }

  @Override
  public List<Person> page(String after, int limit) {
    return persons.values().stream()
        .filter(person -> person.number().compareTo(after) > 0)
        .sorted(comparing(Person::number))
        .limit(limit)
        .toList();
  }

  @Override
  public void store(List<Step> steps) {
    int missed = 0;
    for (var step : steps) {
      var number = step.after().number();
      long version = find(number).map(Person::version).orElse(0L);
      if (version == step.versionBefore()) {
        persons.put(number, step.after());
      } else {
        missed++;
      }
    }
    if (missed > 0) {
      throw new ChangedMeanwhile(missed + " persons have moved on");
    }
  }
}
