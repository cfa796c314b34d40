package org.yizhan.roster.fullroster;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.roster.change.Announcement;

/**
 * A full roster that was announced.
 *
 * @param source of the announcement, which is answered when the roster is closed
 * @param reason in words, of a roster that was refused or left nobody out
 * @param leftOut how many persons it left out
 */
public record Roster(
    RosterId id,
    Announcement announcement,
    OffsetDateTime announcedAt,
    Source source,
    State state,
    @Nullable String reason,
    long leftOut) {

  public enum State {
    /** Rows are still to come. */
    OPEN,
    /** Every row is here and agrees; who is left out is being told. */
    COMPLETE,
    /** Whoever was left out has left. */
    CLOSED,
    /**
     * Rows were refused: the others count, and nobody was left out, for a refused row may be
     * theirs.
     */
    CLOSED_WITH_REFUSALS,
    /** Count or checksum do not agree: the rows count as changes, and nobody was left out. */
    REFUSED
  }

  public static Roster announced(
      RosterId id, Announcement announcement, OffsetDateTime at, Source source) {
    return new Roster(id, announcement, at, source, State.OPEN, null, 0);
  }

  /** Whoever was reported at this time or later is not judged by the roster. */
  OffsetDateTime judgesUntil() {
    var takenAt = announcement.takenAt();
    return takenAt == null || takenAt.isAfter(announcedAt) ? announcedAt : takenAt;
  }

  public boolean takesRows() {
    return state == State.OPEN;
  }

  /** The roster after what has arrived; itself while rows are missing. */
  Roster judged(Progress progress) {
    if (state != State.OPEN || progress.arrived() < announcement.rows()) {
      return this;
    }
    if (progress.arrived() > announcement.rows()) {
      return become(
          State.REFUSED,
          "%d rows were announced, %d have arrived"
              .formatted(announcement.rows(), progress.arrived()));
    }
    if (!progress.checksum().equals(announcement.checksum())) {
      return become(
          State.REFUSED,
          "the announced checksum is %s, that of the rows %s"
              .formatted(announcement.checksum(), progress.checksum()));
    }
    return progress.refused() > 0
        ? become(
            State.CLOSED_WITH_REFUSALS,
            progress.refused() + " rows were refused; nobody was left out")
        : become(State.COMPLETE, null);
  }

  Roster closed(long howManyLeft) {
    return new Roster(id, announcement, announcedAt, source, State.CLOSED, null, howManyLeft);
  }

  private Roster become(State next, @Nullable String why) {
    return new Roster(id, announcement, announcedAt, source, next, why, leftOut);
  }

  /** How much of a roster is here; each row counts once, however often it was sent. */
  public record Progress(
      long arrived, long joined, long changed, long unchanged, long refused, String checksum) {

    public static final Progress NOTHING = new Progress(0, 0, 0, 0, 0, "0");
  }
}
