package org.yizhan.chassis.parameter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.YamlNode.Wrong;

/**
 * Where a value comes from, and how long it may stand before somebody looks at it again.
 *
 * @param stated where it is stated
 * @param derivation of a derived value
 * @param reviewBy the last day before the look; null for none
 */
record Source(
    Status status, String stated, @Nullable String derivation, @Nullable LocalDate reviewBy) {

  private static final String DERIVATION = "derivation";
  private static final String REVIEW_BY = "reviewBy";

  /**
   * @throws Wrong when status or reference are missing or something does not fit
   */
  static Source read(YamlNode row, LocalDate from) {
    var status = status(row.text("status"));
    var derivation = row.has(DERIVATION) ? row.text(DERIVATION) : null;
    if (derivation != null && status != Status.DERIVED) {
      throw new Wrong(DERIVATION + " is only for a derived value; this one is " + status.word());
    }
    return new Source(status, row.text("reference"), derivation, reviewBy(row, from));
  }

  private static Status status(String word) {
    return Status.ofWord(word)
        .orElseThrow(
            () -> new Wrong("the status must be one of " + Status.words() + ", was " + word));
  }

  private static @Nullable LocalDate reviewBy(YamlNode row, LocalDate from) {
    if (!row.has(REVIEW_BY)) {
      return null;
    }
    var day = Unit.date(row.text(REVIEW_BY));
    if (!day.isAfter(from)) {
      throw new Wrong(REVIEW_BY + " must come after from, was " + day);
    }
    return day;
  }

  /**
   * What nobody has published must not be forgotten, and what was computed must be computable.
   *
   * @throws Wrong when the source does not say what its status asks for
   */
  void requireWhole() {
    if (status == Status.DERIVED && derivation == null) {
      throw new Wrong(DERIVATION + " is missing; a derived value must say how it was computed");
    }
    if (status == Status.ILLUSTRATIVE && reviewBy == null) {
      throw new Wrong(REVIEW_BY + " is missing; an illustrative value must be looked at again");
    }
  }

  /** As explanations show it. */
  String reference() {
    return derivation == null ? stated : stated + "; derivation: " + derivation;
  }
}
