package org.yizhan.settlement.parameter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yizhan.settlement.parameter.YamlNode.Wrong;

/**
 * Where a value comes from, and how long it may stand before somebody looks at it again.
 *
 * @param reference where it is stated; a derived value's derivation stands behind it
 * @param reviewBy the last day before the look; null for none
 */
record Source(Status status, String reference, @Nullable LocalDate reviewBy) {

  private static final String DERIVATION = "derivation";
  private static final String REVIEW_BY = "reviewBy";

  /**
   * @throws Wrong when the source is missing, or does not say what its status asks for
   */
  static Source read(YamlNode row, LocalDate from) {
    var status = status(row.text("status"));
    return new Source(status, reference(row, status), reviewBy(row, from, status));
  }

  private static Status status(String word) {
    return Status.ofWord(word)
        .orElseThrow(
            () -> new Wrong("the status must be one of " + Status.words() + ", was " + word));
  }

  private static String reference(YamlNode row, Status status) {
    var reference = row.text("reference");
    if (status == Status.DERIVED) {
      return reference + "; derivation: " + row.text(DERIVATION);
    }
    if (row.has(DERIVATION)) {
      throw new Wrong(DERIVATION + " is only for a derived value; this one is " + status.word());
    }
    return reference;
  }

  /** What nobody has published must not be forgotten: an illustrative value states the day. */
  private static @Nullable LocalDate reviewBy(YamlNode row, LocalDate from, Status status) {
    if (status != Status.ILLUSTRATIVE && !row.has(REVIEW_BY)) {
      return null;
    }
    var day = Unit.date(row.text(REVIEW_BY));
    if (!day.isAfter(from)) {
      throw new Wrong(REVIEW_BY + " must come after from, was " + day);
    }
    return day;
  }
}
