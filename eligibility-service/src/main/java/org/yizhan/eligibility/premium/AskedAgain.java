package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.Optional;

/** The days on which what is unpaid is asked for again, and how far the last of them has come. */
public interface AskedAgain {

  /** Begins the day's round, unless it has begun. */
  void begin(LocalDate day);

  /** The round of the latest day, unless it is finished; what an earlier one left is in it. */
  Optional<Round> unfinished();

  /** Changes nothing when somebody else has moved the round on meanwhile. */
  void advance(Round before, Round after);

  /**
   * @param after the last obligation asked for, empty at first
   */
  record Round(LocalDate day, String after, boolean finished) {}
}
