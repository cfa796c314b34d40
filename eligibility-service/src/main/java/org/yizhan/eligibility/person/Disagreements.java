package org.yizhan.eligibility.person;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;

/**
 * What a change says otherwise than what is known of the person already. It is stored all the same,
 * beside the other: each agency answers for its own word (H11); whoever spoke last gets the remark.
 */
final class Disagreements {

  private final SealedTexts texts;

  Disagreements(SealedTexts texts) {
    this.texts = texts;
  }

  List<FieldError> remarksOn(Person before, RosterEvent event) {
    return Stream.concat(names(before, event), places(before, event)).toList();
  }

  /** The usual cause is an ID number typed wrongly that happens to be somebody else's. */
  private Stream<FieldError> names(Person before, RosterEvent event) {
    if (event instanceof ReportsAdopted adopted) {
      return adopted.reports().stream().flatMap(one -> names(before, one)).distinct();
    }
    var name = event.origin().sealedName();
    if (name == null) {
      return Stream.empty();
    }
    return before
        .reported()
        .filter(
            known ->
                known.origin().sealedName() instanceof String other && texts.differ(name, other))
        .map(known -> known.origin().agency())
        .distinct()
        .map(
            agency ->
                new FieldError("name", null, "differs from the name that " + agency + " stated"));
  }

  private static Stream<FieldError> places(Person before, RosterEvent event) {
    if (before.version() == 0) {
      return event instanceof MarkReported left && left.kind() == Kind.LEFT
          ? Stream.of(endsNothing(left))
          : Stream.empty();
    }
    return switch (event) {
      case MarkReported mark when mark.kind() == Kind.LEFT -> leaving(before, mark);
      case MarkReported mark -> Stream.concat(otherCounties(before, mark), otherCity(before, mark));
      case EnrolmentReported enrolment -> otherCity(before, enrolment);
      case ReportsAdopted adopted -> endedByTheOther(before, adopted);
      case PersonMerged _ -> Stream.empty();
      case RosterEvent.FilingReported _ -> Stream.empty();
      case RosterEvent.Unrecognised _ -> Stream.empty();
    };
  }

  /**
   * A mark that ends under one number ends for the human: perhaps its agency had only changed over
   * to the other number, and must say it once more.
   */
  private static Stream<FieldError> endedByTheOther(Person before, ReportsAdopted adopted) {
    var ended = lastingIn(before);
    ended.addAll(lastingIn(Person.unheardOf(before.number()).with(adopted, List.of())));
    ended.removeAll(lastingIn(before.with(adopted, List.of())));
    return ended.stream()
        .map(
            mark ->
                new FieldError(
                    "duplicateIdNumber", null, mark + " was ended under one of the two IDs"));
  }

  /** The marks without an end, in words. */
  private static TreeSet<String> lastingIn(Person person) {
    return person.coverage().marks().stream()
        .filter(mark -> mark.effectiveTo() == null)
        .map(mark -> "the mark %s of %s".formatted(mark.category(), mark.agency()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<FieldError> leaving(Person before, MarkReported left) {
    var after = before.with(left, List.of());
    return before.coverage().marks().equals(after.coverage().marks())
        ? Stream.of(endsNothing(left))
        : Stream.empty();
  }

  private static FieldError endsNothing(MarkReported left) {
    return new FieldError(
        "effectiveFrom",
        left.effectiveFrom().toString(),
        "no mark "
            + left.category()
            + " of this agency holds in "
            + left.county()
            + " on that day");
  }

  private static Stream<FieldError> otherCounties(Person before, MarkReported mark) {
    return before.coverage().marks().stream()
        .filter(known -> !known.agency().equals(mark.origin().agency()))
        .filter(known -> !known.county().equals(mark.county()))
        .filter(
            known ->
                overlap(
                    new Days(known.effectiveFrom(), known.effectiveTo()),
                    new Days(mark.effectiveFrom(), mark.effectiveTo())))
        .map(
            known ->
                new FieldError(
                    "county",
                    mark.county(),
                    known.agency()
                        + " has this person in "
                        + known.county()
                        + " ("
                        + known.category()
                        + ")"));
  }

  /** A mark counts only in the city of the county that confirmed it. */
  private static Stream<FieldError> otherCity(Person before, MarkReported mark) {
    return before.coverage().enrolments().stream()
        .filter(
            known ->
                overlap(
                    new Days(known.from(), known.to()),
                    new Days(mark.effectiveFrom(), mark.effectiveTo())))
        .filter(known -> !sameCity(known.county(), mark.county()))
        .map(
            known ->
                new FieldError(
                    "county",
                    mark.county(),
                    "the person is enrolled in city " + known.city() + " from " + known.from()));
  }

  private static Stream<FieldError> otherCity(Person before, EnrolmentReported enrolment) {
    return before.coverage().marks().stream()
        .filter(
            known ->
                overlap(
                    new Days(known.effectiveFrom(), known.effectiveTo()),
                    new Days(enrolment.from(), enrolment.to())))
        .filter(known -> !sameCity(known.county(), enrolment.county()))
        .map(
            known ->
                new FieldError(
                    "city",
                    enrolment.city(),
                    known.agency()
                        + " has this person in "
                        + known.county()
                        + " ("
                        + known.category()
                        + ")"));
  }

  private static boolean sameCity(String county, String other) {
    return county.regionMatches(0, other, 0, 4);
  }

  /** Both inclusive; an open end is null. */
  private record Days(LocalDate from, @Nullable LocalDate to) {}

  private static boolean overlap(Days a, Days b) {
    return (a.to() == null || !b.from().isAfter(a.to()))
        && (b.to() == null || !a.from().isAfter(b.to()));
  }
}
