package org.yizhan.eligibility.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;
import org.yizhan.contracts.roster.RosterEvent.FilingReported;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;

/**
 * Everything that was ever reported of a person, in the order of its arrival, each with who said
 * it, when and on what basis (H11). The coverage is a pure fold over it that does not depend on
 * that order: a person may appear on a roster before the enrolment or the other way round (H14).
 * Nothing is overwritten, so what was known at a time stays known.
 *
 * @param changes each applied change is one version, counted from 1
 */
public record Person(String number, List<AppliedChange> changes) {

  public Person {
    changes = List.copyOf(changes);
  }

  public static Person unheardOf(String number) {
    return new Person(number, List.of());
  }

  public long version() {
    return changes.isEmpty() ? 0 : changes.getLast().version();
  }

  /**
   * The person as the reports tell it that had been received by then, at the version of the last of
   * them (H11). Reports may overtake each other on their way, so that version may also hold one
   * that was received later: it tells how far the story goes, the reports tell what it says.
   */
  public Person asKnownAt(Instant moment) {
    var known =
        changes.stream()
            .filter(one -> !one.event().origin().receivedAt().toInstant().isAfter(moment))
            .toList();
    return new Person(number, known);
  }

  /** The change as it was applied, if it was. */
  Optional<AppliedChange> applied(RosterEvent event) {
    var key = ChangeKey.of(event);
    return changes.stream().filter(known -> ChangeKey.of(known.event()).equals(key)).findFirst();
  }

  /** The event must not have been applied before. */
  public Person with(RosterEvent event, List<FieldError> remarks) {
    var all = new ArrayList<>(changes);
    all.add(new AppliedChange(version() + 1, event, remarks));
    return new Person(number, all);
  }

  /**
   * @throws IllegalStateException for a person of whom nothing was reported
   */
  public Coverage coverage() {
    if (changes.isEmpty()) {
      throw new IllegalStateException(number + " has no coverage: nothing was reported");
    }
    var enrolments = EnrolmentFold.of(reported(EnrolmentReported.class));
    var latest = enrolments.isEmpty() ? null : enrolments.getLast();
    return new Coverage(
        number,
        changes.getFirst().event().origin().maskedId(),
        cityOf(latest),
        latest == null ? null : latest.county(),
        version(),
        enrolments,
        MarkFold.of(reported(MarkReported.class)),
        FilingFold.of(reported(FilingReported.class)),
        mergedInto(),
        mergedFrom());
  }

  /** The number for which this one was given up; null before. */
  public @Nullable String mergedInto() {
    return reported(PersonMerged.class).stream()
        .map(merge -> merge.mergedInto().personNumber())
        .findFirst()
        .orElse(null);
  }

  /** The numbers that were given up for this one, directly or in turn, in their order. */
  public List<String> mergedFrom() {
    return reported(ReportsAdopted.class).stream()
        .map(ReportsAdopted::fromPerson)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * All that is held here, as it is told to whoever stays; once this number was given up, the same
   * for ever.
   *
   * @throws IllegalStateException unless it was given up by this change
   */
  ReportsAdopted toldBy(PersonMerged merge) {
    var given = applied(merge).orElseThrow(() -> new IllegalStateException(number + " stays"));
    return new ReportsAdopted(
        merge.origin().about(merge.mergedInto()),
        number,
        at(given.version() - 1).changes().stream().map(AppliedChange::event).toList());
  }

  private static @Nullable String cityOf(Coverage.@Nullable Enrolment latest) {
    return latest == null ? null : latest.city();
  }

  /**
   * Whether a name is one that an agency stated; empty when none did, or none can be read.
   *
   * @param sealedName as stated at a counter
   */
  public Optional<Boolean> isNamed(String sealedName, SealedTexts texts) {
    return reported()
        .map(event -> event.origin().sealedName())
        .filter(Objects::nonNull)
        .flatMap(known -> texts.same(sealedName, known).stream())
        .reduce((one, other) -> one || other);
  }

  /** As it was with its first changes only. */
  public Person at(long earlier) {
    return new Person(number, changes.subList(0, Math.toIntExact(earlier)));
  }

  /** All that was said, also under numbers that were given up for this one. */
  public Stream<RosterEvent> reported() {
    return changes.stream().map(AppliedChange::event).flatMap(Person::saidIn);
  }

  private static Stream<RosterEvent> saidIn(RosterEvent event) {
    return event instanceof ReportsAdopted adopted
        ? Stream.concat(Stream.of(event), adopted.reports().stream().flatMap(Person::saidIn))
        : Stream.of(event);
  }

  private <E extends RosterEvent> List<E> reported(Class<E> type) {
    return reported().filter(type::isInstance).map(type::cast).toList();
  }
}
