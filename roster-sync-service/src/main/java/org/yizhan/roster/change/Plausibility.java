package org.yizhan.roster.change;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.roster.change.Statement.Head;
import org.yizhan.roster.change.Statement.Mark;
import org.yizhan.roster.reference.Category;

/**
 * What is possible but unlikely is passed back as a remark and never refused: the agency answers
 * for its list (H11), and an exception may be true.
 */
final class Plausibility {

  private static final Period FAR = Period.ofYears(1);

  private Plausibility() {}

  /** Nothing is said about who leaves: whatever looked unlikely ends. */
  static List<FieldError> remarksOn(Mark mark, Category category, LocalDate receivedOn) {
    var begins = mark.effectiveFrom();
    if (mark.kind() == Kind.LEFT) {
      return farFuture("effectiveFrom", begins, receivedOn).stream().toList();
    }
    return Stream.of(
            farFuture("effectiveFrom", begins, receivedOn),
            beforeBirth("effectiveFrom", begins, mark.head()),
            age(mark, category),
            birth(mark, category),
            basis(mark))
        .flatMap(Optional::stream)
        .toList();
  }

  static Optional<FieldError> farFuture(String field, LocalDate from, LocalDate receivedOn) {
    return from.isAfter(receivedOn.plus(FAR))
        ? remark(field, from.toString(), "is more than a year after the message, " + receivedOn)
        : Optional.empty();
  }

  static Optional<FieldError> beforeBirth(String field, LocalDate from, Head head) {
    return from.isBefore(head.citizen().bornOn())
        ? remark(field, from.toString(), "is before the birth that the ID number states")
        : Optional.empty();
  }

  private static Optional<FieldError> age(Mark mark, Category category) {
    int age = Period.between(mark.head().citizen().bornOn(), mark.effectiveFrom()).getYears();
    if (category.ageBelow() != null && age >= category.ageBelow()) {
      return remark(
          "category",
          mark.category(),
          "is for persons younger than "
              + category.ageBelow()
              + ", this one is older by the ID number");
    }
    if (category.ageFrom() != null && age < category.ageFrom()) {
      return remark(
          "category",
          mark.category(),
          "is for persons of at least "
              + category.ageFrom()
              + " years, this one is younger by the ID number");
    }
    return Optional.empty();
  }

  private static Optional<FieldError> birth(Mark mark, Category category) {
    return category.bornBy() != null && mark.head().citizen().bornOn().isAfter(category.bornBy())
        ? remark(
            "category", mark.category(), "is unlikely for a person born after " + category.bornBy())
        : Optional.empty();
  }

  /** H11: every mark keeps on what basis it was given. */
  private static Optional<FieldError> basis(Mark mark) {
    return mark.basis() == null
        ? remark("basis", null, "a mark should state the decision that it rests on")
        : Optional.empty();
  }

  private static Optional<FieldError> remark(String field, @Nullable String value, String rule) {
    return Optional.of(new FieldError(field, value, rule));
  }
}
