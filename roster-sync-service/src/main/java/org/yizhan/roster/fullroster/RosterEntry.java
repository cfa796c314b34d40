package org.yizhan.roster.fullroster;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.roster.change.Marking;
import org.yizhan.roster.change.SealedPerson;

/**
 * What an agency last said of a person in one category and city, by a change or by a row.
 *
 * @param version counts the changes of the entry, 0 for one that was never stored
 * @param begun where the marking stands among all that was passed on
 * @param leftFrom the first day without the mark, once the agency has ended it; it may lie ahead
 * @param saidAt when the broker took the message that said it
 * @param standings the rows that last spoke of it, of one roster each, the latest last
 * @param leftOutBy the roster that ended it by having no row of it
 */
public record RosterEntry(
    Key key,
    long version,
    Marking marking,
    Beginning begun,
    @Nullable LocalDate leftFrom,
    SealedPerson person,
    OffsetDateTime saidAt,
    List<Standing> standings,
    @Nullable String leftOutBy) {

  /** Rosters of one agency that may be on their way at once. */
  private static final int STANDINGS_MAX = 4;

  private static final int CITY_DIGITS = 4;

  public RosterEntry {
    standings = List.copyOf(standings);
  }

  /** Said by the announcement: what the agency said before it and sends again counts no more. */
  RosterEntry leftOutBy(Roster roster) {
    return new RosterEntry(
        key,
        version + 1,
        marking,
        begun,
        roster.announcement().asOf(),
        person,
        roster.announcedAt(),
        standings,
        roster.id().id());
  }

  RosterEntry withVersion(long other) {
    return new RosterEntry(
        key, other, marking, begun, leftFrom, person, saidAt, standings, leftOutBy);
  }

  /** Agencies that disagree about a person have an entry each; a mark is of one city. */
  public record Key(String agency, String city, String personNumber, String category) {

    static Key of(String agency, String county, String personNumber, String category) {
      return new Key(agency, cityOf(county), personNumber, category);
    }

    Key under(String otherNumber) {
      return new Key(agency, city, otherNumber, category);
    }

    static String cityOf(String division) {
      return division.substring(0, CITY_DIGITS) + "00";
    }
  }

  /**
   * From which day on a marking was passed on, and when it was said; the day is later than the
   * marking's own first day for whoever had left before.
   */
  public record Beginning(LocalDate day, OffsetDateTime saidAt) {

    /** Of two beginnings the later day counts, as eligibility folds them. */
    static Beginning of(@Nullable RosterEntry before, LocalDate day, OffsetDateTime saidAt) {
      return before != null && day.isBefore(before.begun().day())
          ? before.begun()
          : new Beginning(day, saidAt);
    }
  }

  /**
   * Where a person stands in a full roster, and what was decided about that row.
   *
   * @param since from which day on it was passed on
   * @param place of the record that brought the row first: topic id, partition and offset
   */
  public record Standing(
      String rosterId, long row, Verdict verdict, LocalDate since, String place) {}

  /** What a row comes to, compared with what was said before. */
  public enum Verdict {
    JOINED,
    CHANGED,
    UNCHANGED
  }

  Optional<Standing> standingIn(RosterId roster) {
    return standings.stream().filter(one -> one.rosterId().equals(roster.id())).findFirst();
  }

  /** The standings with one more; those of rosters long past are forgotten. */
  static List<Standing> with(@Nullable RosterEntry before, Standing standing) {
    var known = before == null ? Stream.<Standing>empty() : before.standings().stream();
    var all = Stream.concat(known, Stream.of(standing)).toList();
    return all.subList(Math.max(0, all.size() - STANDINGS_MAX), all.size());
  }

  /** The day of the leaving when it does not lie ahead; null for whoever has not left. */
  static @Nullable LocalDate leftBy(LocalDate day, @Nullable RosterEntry entry) {
    return entry == null || entry.leftFrom() == null || entry.leftFrom().isAfter(day)
        ? null
        : entry.leftFrom();
  }

  /**
   * @param story of the human until the day on which the row arrived
   */
  static Verdict verdictOn(@Nullable RosterEntry before, OneStory story, Marking said) {
    if (before == null || leftBy(story.day(), before) != null || story.endedOn() != null) {
      return Verdict.JOINED;
    }
    return before.marking().saysTheSameAs(said) ? Verdict.UNCHANGED : Verdict.CHANGED;
  }

  /**
   * From which day a row is passed on. Reports are folded by their day: whoever has left joins
   * again only from the day of the leaving on, and other values hold from where the old ones did.
   */
  static LocalDate sinceWhen(
      @Nullable RosterEntry before, OneStory story, Marking said, Verdict verdict) {
    var from = said.effectiveFrom();
    return switch (verdict) {
      case JOINED -> later(later(from, story.endedOn()), leftBy(story.day(), before));
      case CHANGED -> {
        var old = Objects.requireNonNull(before);
        yield old.marking().differsOnlyInItsBeginning(said)
            ? from
            : later(later(from, old.begun().day()), story.begunOn());
      }
      case UNCHANGED -> from;
    };
  }

  /**
   * The day of the leaving after a single change, as eligibility folds it: by the days they are
   * effective from, so a joining from before a leaving does not undo it.
   */
  static @Nullable LocalDate leftFromAfter(@Nullable RosterEntry before, MarkReported mark) {
    var left = before == null ? null : before.leftFrom();
    if (left != null && mark.effectiveFrom().isBefore(left)) {
      return mark.kind() == Kind.LEFT ? mark.effectiveFrom() : left;
    }
    return mark.kind() != Kind.LEFT ? null : left == null ? mark.effectiveFrom() : left;
  }

  private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other == null || one.isAfter(other) ? one : other;
  }
}
