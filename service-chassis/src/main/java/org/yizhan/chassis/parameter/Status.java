package org.yizhan.chassis.parameter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How well a value is founded; shown wherever the value is shown. */
public enum Status {
  /** Stated in a document that the suite implements. */
  SEED,
  /** Stated in another public rule or in the press. */
  PUBLISHED,
  /** Computed from published facts. */
  DERIVED,
  /** Nothing published was found: an operator must replace it before real use. */
  ILLUSTRATIVE;

  /** As it stands in files and explanations. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Status> ofWord(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(Status::word).collect(Collectors.joining(", "));
  }
}
