package org.yizhan.settlement.simulation;

import java.time.LocalDate;
import java.util.stream.IntStream;

/** The discharge dates that count, both inclusive. */
public record Period(LocalDate from, LocalDate to) {

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a period ends no earlier than it begins, was " + from + " to " + to);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The calendar years that it touches. */
  public IntStream years() {
    return IntStream.rangeClosed(from.getYear(), to.getYear());
  }
}
