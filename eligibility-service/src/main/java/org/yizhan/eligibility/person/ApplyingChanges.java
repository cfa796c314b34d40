package org.yizhan.eligibility.person;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;
import org.yizhan.contracts.roster.RosterEvent.FilingReported;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;
import org.yizhan.contracts.roster.RosterEvent.Unrecognised;
import org.yizhan.eligibility.person.Persons.Step;

/**
 * Applies a batch of validated changes (H13): one read, one guarded write, however many persons. A
 * change that is known changes nothing and is answered as it was the first time. What comes for a
 * number that was given up goes on to the one that stays, where it is applied and answered.
 */
public final class ApplyingChanges {

  private final Persons persons;
  private final Disagreements disagreements;
  private final PremiumsOfBoth premiums;

  public ApplyingChanges(Persons persons, SealedTexts texts, PremiumsOfBoth premiums) {
    this.persons = persons;
    this.disagreements = new Disagreements(texts);
    this.premiums = premiums;
  }

  /** What follows from one event. */
  public sealed interface Outcome {

    /** The agency is answered: a version of the person contains the change. */
    record Applied(AppliedChange change) implements Outcome {}

    /** Whoever stays is told, and answers. */
    record PassedOn(RosterEvent event) implements Outcome {}
  }

  /**
   * What the batch led to, once it is stored.
   *
   * @param persons everyone the batch speaks of, in its order, changed or not: after a crash
   *     between store and publish all changes are known, and the coverage must still go out
   * @param outcomes one for each event in order
   */
  public record Result(List<Person> persons, List<Outcome> outcomes) {

    /** For each change that is answered here, the version that contains it and its remarks. */
    public List<AppliedChange> applied() {
      return outcomes.stream()
          .filter(Outcome.Applied.class::isInstance)
          .map(one -> ((Outcome.Applied) one).change())
          .toList();
    }
  }

  public Result apply(List<RosterEvent> events) {
    var numbers = events.stream().map(event -> event.origin().personNumber()).distinct().toList();
    var before = persons.load(numbers);
    var after = new LinkedHashMap<String, Person>();
    numbers.forEach(
        number -> after.put(number, before.getOrDefault(number, Person.unheardOf(number))));
    var outcomes = new ArrayList<Outcome>(events.size());
    for (var event : events) {
      outcomes.add(apply(event, after));
    }
    persons.store(steps(before, after));
    return new Result(List.copyOf(after.values()), List.copyOf(outcomes));
  }

  private Outcome apply(RosterEvent event, Map<String, Person> persons) {
    var person = requireNonNull(persons.get(event.origin().personNumber()));
    var known = person.applied(event);
    if (known.isEmpty() && person.mergedInto() instanceof String survivor) {
      return new Outcome.PassedOn(under(survivor, event));
    }
    if (known.isEmpty()) {
      person = changed(person, event);
      persons.put(person.number(), person);
    }
    if (event instanceof PersonMerged merge) {
      return new Outcome.PassedOn(person.toldBy(merge));
    }
    // the answer goes to the message at hand, its content is the one of the first time
    var change = person.applied(event).orElseThrow();
    return new Outcome.Applied(new AppliedChange(change.version(), event, change.remarks()));
  }

  /**
   * @throws BrokenInvariant for a second merge of the same number, which roster-sync refuses
   */
  private static RosterEvent under(String survivor, RosterEvent event) {
    var origin = event.origin().under(survivor);
    return switch (event) {
      case EnrolmentReported one ->
          new EnrolmentReported(
              origin, one.city(), one.county(), one.scheme(), one.status(), one.from(), one.to());
      case MarkReported one ->
          new MarkReported(
              origin,
              one.kind(),
              one.county(),
              one.category(),
              one.effectiveFrom(),
              one.effectiveTo(),
              one.basis(),
              one.standardPercent());
      case FilingReported one ->
          new FilingReported(origin, one.from(), one.to(), one.destination());
      case ReportsAdopted one -> new ReportsAdopted(origin, one.fromPerson(), one.reports());
      case PersonMerged one ->
          throw new BrokenInvariant(
              one.origin().personNumber() + " was merged before, into " + survivor);
      case Unrecognised one -> one;
    };
  }

  private Person changed(Person person, RosterEvent event) {
    var remarks = new ArrayList<FieldError>(event.origin().remarks());
    remarks.addAll(disagreements.remarksOn(person, event));
    if (event instanceof ReportsAdopted adopted) {
      remarks.addAll(premiums.remarksOn(person, adopted));
    }
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
