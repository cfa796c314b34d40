package org.yizhan.roster.fullroster;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says of one human in one category and city, under whatever numbers: told until a
 * day, in the order in which eligibility folds it. What one number left, another may have lost
 * (H12).
 */
public final class OneStory {

  private final LocalDate day;
  private @Nullable RosterEntry holding;
  private @Nullable LocalDate begunOn;
  private @Nullable LocalDate endedOn;

  private OneStory(LocalDate day) {
    this.day = day;
  }

  private record Turn(LocalDate day, OffsetDateTime saidAt, RosterEntry entry, boolean leaves) {

    static Stream<Turn> of(RosterEntry entry) {
      var joins = new Turn(entry.begun().day(), entry.begun().saidAt(), entry, false);
      var left = entry.leftFrom();
      return left == null
          ? Stream.of(joins)
          : Stream.of(joins, new Turn(left, entry.saidAt(), entry, true));
    }
  }

  /**
   * @param entries of one agency, city and category, whose numbers belong to one human
   */
  public static OneStory until(LocalDate day, Collection<RosterEntry> entries) {
    var story = new OneStory(day);
    entries.stream()
        .flatMap(Turn::of)
        .filter(turn -> !turn.day().isAfter(day))
        .sorted(comparing(Turn::day).thenComparing(turn -> turn.saidAt().toInstant()))
        .forEach(story::tell);
    return story;
  }

  private void tell(Turn turn) {
    if (!turn.leaves()) {
      holding = turn.entry();
      begunOn = turn.day();
      endedOn = null;
    } else if (holding != null
        // only the county that holds a mark can end it
        && holding.marking().county().equals(turn.entry().marking().county())) {
      holding = null;
      endedOn = turn.day();
    }
  }

  LocalDate day() {
    return day;
  }

  /** The entry whose marking holds, unless its own last day is over; null when none does. */
  public @Nullable RosterEntry holding() {
    return holding;
  }

  /** The day of the last joining or change; null before the first. */
  @Nullable LocalDate begunOn() {
    return begunOn;
  }

  /** The first day without the mark; null while one holds, and before the first. */
  @Nullable LocalDate endedOn() {
    return endedOn;
  }
}
