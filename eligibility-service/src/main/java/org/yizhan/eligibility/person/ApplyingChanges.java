package org.yizhan.eligibility.person;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.eligibility.person.Persons.Step;

/**
 * Applies a batch of validated changes (H13): one read, one guarded write, however many persons. A
 * change that is known changes nothing and is answered as it was the first time.
 */
public final class ApplyingChanges {

  private final Persons persons;
  private final Disagreements disagreements;

  public ApplyingChanges(Persons persons, SealedTexts texts) {
    this.persons = persons;
    this.disagreements = new Disagreements(texts);
  }

  /**
   * What the batch led to, once it is stored.
   *
   * @param persons everyone the batch speaks of, in its order, changed or not: after a crash
   *     between store and publish all changes are known, and the coverage must still go out
   * @param applied for each event in order, the version that contains it and its remarks
   */
  public record Applied(List<Person> persons, List<AppliedChange> applied) {}

  public Applied apply(List<RosterEvent> events) {
    var numbers = events.stream().map(event -> event.origin().personNumber()).distinct().toList();
    var before = persons.load(numbers);
    var after = new LinkedHashMap<String, Person>();
    numbers.forEach(
        number -> after.put(number, before.getOrDefault(number, Person.unheardOf(number))));
    var applied = new ArrayList<AppliedChange>(events.size());
    for (var event : events) {
      var person = requireNonNull(after.get(event.origin().personNumber()));
      var known = person.applied(event);
      if (known.isPresent()) {
        // the answer goes to the message at hand, its content is the one of the first time
        applied.add(new AppliedChange(known.get().version(), event, known.get().remarks()));
      } else {
        var changed = changed(person, event);
        after.put(changed.number(), changed);
        applied.add(changed.changes().getLast());
      }
    }
    persons.store(steps(before, after));
    return new Applied(List.copyOf(after.values()), List.copyOf(applied));
  }

  private Person changed(Person person, RosterEvent event) {
    var remarks = new ArrayList<FieldError>(event.origin().remarks());
    remarks.addAll(disagreements.remarksOn(person, event));
    return person.with(event, remarks);
  }

  private static List<Step> steps(Map<String, Person> before, Map<String, Person> after) {
    return after.values().stream()
        .map(person -> new Step(versionOf(before, person), person))
        .filter(step -> step.after().version() > step.versionBefore())
        .toList();
  }

  private static long versionOf(Map<String, Person> before, Person person) {
    var known = before.get(person.number());
    return known == null ? 0 : known.version();
  }
}
