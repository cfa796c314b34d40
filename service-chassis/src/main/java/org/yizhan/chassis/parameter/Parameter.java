package org.yizhan.chassis.parameter;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One number (date, list, …) of a city.
 *
 * @param file relative to the parameter directory, for example {@code 441600/assistance.yaml}
 * @param reviewBy until when each value that has a review date is to be looked at again, by the day
 *     since which the value holds
 */
public record Parameter<T>(
    String file,
    String description,
    Unit<T> unit,
    Dated<T> values,
    SortedMap<LocalDate, LocalDate> reviewBy) {

  public Parameter {
    reviewBy = Collections.unmodifiableSortedMap(new TreeMap<>(reviewBy));
  }

  /** City, file and key, for example {@code 441600/assistance/in-part/cap}. */
  public String name() {
    return values.name();
  }

  /**
   * The values whose review date has passed; one that was replaced still counts for earlier days.
   */
  Stream<PastReview> pastReview(LocalDate today) {
    return reviewBy.entrySet().stream()
        .filter(review -> review.getValue().isBefore(today))
        .map(review -> new PastReview(name(), review.getKey(), review.getValue()));
  }
}
