package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.Optional;

/** The calendar years that have begun, and how far the persons were looked through in each. */
public interface YearsBegun {

  /** Begins the day's year, unless it has begun. */
  void begin(LocalDate day);

  Optional<BegunYear> latest();

  /** The earliest year in which not all persons were looked through. */
  Optional<BegunYear> unfinished();

  /** Changes nothing when somebody else has moved the year on meanwhile. */
  void advance(BegunYear before, BegunYear after);

  /**
   * @param on the first day of it that was heard of; 1 January, or later in the first year
   * @param after the last person looked through, empty at first
   */
  record BegunYear(int year, LocalDate on, String after, boolean finished) {}
}
