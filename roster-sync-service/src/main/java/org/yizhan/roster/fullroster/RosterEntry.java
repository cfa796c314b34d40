package org.yizhan.roster.fullroster;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.yizhan.roster.change.Marking;
import org.yizhan.roster.change.SealedPerson;

/**
 * What an agency last said of a person in one category, by a change or by a row.
 *
 * @param version counts the changes of the entry, 0 for one that was never stored
 * @param left whether the agency has ended the mark
 * @param saidAt when the broker took the message that said it
 * @param standing the row that last spoke of it; null before the first full roster
 * @param leftOutBy the roster that ended it by having no row of it
 */
public record RosterEntry(
    Key key,
    long version,
    Marking marking,
    boolean left,
    SealedPerson person,
    OffsetDateTime saidAt,
    @Nullable Standing standing,
    @Nullable String leftOutBy) {

  /** Said by the announcement: what the agency said before it and sends again counts no more. */
  RosterEntry leftOutBy(Roster roster) {
    return new RosterEntry(
        key, version + 1, marking, true, person, roster.announcedAt(), standing, roster.id().id());
  }

  RosterEntry withVersion(long other) {
    return new RosterEntry(key, other, marking, left, person, saidAt, standing, leftOutBy);
  }

  /** Agencies that disagree about a person have an entry each. */
  public record Key(String agency, String personNumber, String category) {}

  /**
   * Where a person stands in a full roster, and what was decided about that row.
   *
   * @param place of the record that brought the row first: topic id, partition and offset
   */
  public record Standing(String rosterId, long row, Verdict verdict, String place) {

    boolean isOf(RowCase row) {
      return rosterId.equals(row.roster().id()) && this.row == row.row();
    }
  }

  /** What a row comes to, compared with what was said before. */
  public enum Verdict {
    JOINED,
    CHANGED,
    UNCHANGED
  }

  static Verdict verdictOn(@Nullable RosterEntry before, Marking said) {
    if (before == null || before.left()) {
      return Verdict.JOINED;
    }
    return before.marking().saysTheSameAs(said) ? Verdict.UNCHANGED : Verdict.CHANGED;
  }
}
