package org.yizhan.settlement.simulation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The persons whose numbers begin alike: a part of the work that is done as a whole or again.
 * Person numbers are made from a hash, so the slices are of one size.
 *
 * @param number 0 to {@link #COUNT} - 1
 */
public record Slice(int number) {

  /** The digits of a person number, rising. */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public static final int COUNT = DIGITS.length();

  static List<Slice> all() {
    return IntStream.range(0, COUNT).mapToObj(Slice::new).toList();
  }

  /** The first person number that belongs to it; every number does that is not below. */
  public String from() {
    return number == 0 ? "" : "P" + DIGITS.charAt(number);
  }

  /** The first that belongs to it no more; null for the last slice. */
  public @Nullable String before() {
    return number == COUNT - 1 ? null : "P" + DIGITS.charAt(number + 1);
  }
}
