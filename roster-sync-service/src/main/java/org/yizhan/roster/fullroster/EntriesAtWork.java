package org.yizhan.roster.fullroster;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.Origin;
import org.yizhan.roster.change.Answer;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Answer.Unchanged;
import org.yizhan.roster.change.Marking;
import org.yizhan.roster.change.Received;
import org.yizhan.roster.change.SealedPerson;
import org.yizhan.roster.fullroster.RosterEntry.Beginning;
import org.yizhan.roster.fullroster.RosterEntry.Key;
import org.yizhan.roster.fullroster.RosterEntry.Standing;
import org.yizhan.roster.fullroster.RosterEntry.Verdict;
import org.yizhan.roster.fullroster.Rosters.Arrival;

/** The entries that a batch speaks of, as they become message by message. */
final class EntriesAtWork {

  private static final String CLOSED = "this roster is closed; a new one needs a new rosterId";

  private final RosterEntries stored;
  private final Map<Key, RosterEntry> read;
  private final Map<Key, RosterEntry> changed = new HashMap<>();

  private EntriesAtWork(RosterEntries stored, Map<Key, RosterEntry> read) {
    this.stored = stored;
    this.read = read;
  }

  static EntriesAtWork load(RosterEntries stored, Collection<Key> keys) {
    return new EntriesAtWork(stored, keys.isEmpty() ? Map.of() : stored.load(keys));
  }

  static Key keyOf(MarkReported mark) {
    var origin = mark.origin();
    return Key.of(origin.agency(), mark.county(), origin.personNumber(), mark.category());
  }

  /**
   * A single change; one that was said before what the entry holds is an old one that came again.
   */
  void said(MarkReported mark) {
    var before = find(keyOf(mark));
    var origin = mark.origin();
    if (before != null && origin.receivedAt().isBefore(before.saidAt())) {
      return;
    }
    boolean leaves = mark.kind() == Kind.LEFT;
    if (leaves && (before == null || !before.marking().county().equals(mark.county()))) {
      return; // only the county that holds a mark can end it
    }
    become(
        new RosterEntry(
            keyOf(mark),
            nextVersion(keyOf(mark)),
            leaves ? requireNonNull(before).marking() : markingOf(mark),
            leaves
                ? requireNonNull(before).begun()
                : Beginning.of(before, mark.effectiveFrom(), origin.receivedAt()),
            RosterEntry.leftFromAfter(before, mark),
            new SealedPerson(origin.maskedId(), origin.sealedId(), origin.sealedName()),
            origin.receivedAt(),
            before == null ? List.of() : before.standings(),
            null));
  }

  /** What ends of somebody ends also where the agency said it under another number (H12). */
  void leftUnder(String otherNumber, MarkReported left) {
    var key = keyOf(left).under(otherNumber);
    var before = find(key);
    if (before == null
        || left.origin().receivedAt().isBefore(before.saidAt())
        || !before.marking().county().equals(left.county())) {
      return;
    }
    become(
        new RosterEntry(
            key,
            nextVersion(key),
            before.marking(),
            before.begun(),
            RosterEntry.leftFromAfter(before, left),
            before.person(),
            left.origin().receivedAt(),
            before.standings(),
            null));
  }

  private static Marking markingOf(MarkReported mark) {
    return new Marking(
        mark.county(),
        mark.effectiveFrom(),
        mark.effectiveTo(),
        mark.basis(),
        mark.standardPercent());
  }

  /**
   * @param arrival empty for a copy of a row that has been counted
   */
  record Placed(Answer answer, Optional<Arrival> arrival) {}

  /**
   * A row that comes again, by a redelivery or because its file was sent again, finds what was
   * decided about it and is answered so, whether its roster still takes rows or not.
   *
   * @param others numbers of the same human: what ended under one of them ended for the human, and
   *     the row begins it again
   */
  Placed place(Received received, RowCase row, boolean open, Collection<String> others) {
    var before = find(row.key());
    var standing = before == null ? Optional.<Standing>empty() : before.standingIn(row.roster());
    if (standing.isPresent() && standing.get().row() == row.row()) {
      var decided = standing.get();
      var counts = decided.place().equals(placeOf(received));
      return new Placed(
          answer(received, row, requireNonNull(before), decided),
          counts ? Optional.of(arrival(received, row, decided.verdict())) : Optional.empty());
    }
    if (!open) {
      return new Placed(refused(received, row, "rosterId", CLOSED), Optional.empty());
    }
    if (standing.isPresent()) {
      var rule = "this person has this category in row " + standing.get().row() + " already";
      return new Placed(
          refused(received, row, "idNumber", rule), Optional.of(arrival(received, row, null)));
    }
    var story = story(received, row, others);
    var verdict = RosterEntry.verdictOn(before, story, row.marking());
    var decided =
        new Standing(
            row.roster().id(),
            row.row(),
            verdict,
            RosterEntry.sinceWhen(before, story, row.marking(), verdict),
            placeOf(received));
    var after = after(received, row, before, decided);
    become(after);
    return new Placed(
        answer(received, row, after, decided),
        Optional.of(arrival(received, row, decided.verdict())));
  }

  private OneStory story(Received received, RowCase row, Collection<String> others) {
    var entries =
        Stream.concat(Stream.of(row.key()), others.stream().map(row.key()::under))
            .flatMap(key -> Stream.ofNullable(find(key)))
            .toList();
    return OneStory.until(dayOf(received), entries);
  }

  private static LocalDate dayOf(Received received) {
    return received.receivedAt().toLocalDate();
  }

  private static Refused refused(Received received, RowCase row, String field, String rule) {
    return new Refused(
        received,
        row.changeId(),
        row.key().personNumber(),
        List.of(new FieldError(field, null, rule)));
  }

  private RosterEntry after(
      Received received, RowCase row, @Nullable RosterEntry before, Standing decided) {
    var standings = RosterEntry.with(before, decided);
    if (before != null && decided.verdict() == Verdict.UNCHANGED) {
      return new RosterEntry(
          before.key(),
          nextVersion(row.key()),
          before.marking(),
          before.begun(),
          before.leftFrom(),
          before.person(),
          before.saidAt(),
          standings,
          before.leftOutBy());
    }
    return new RosterEntry(
        row.key(),
        nextVersion(row.key()),
        row.marking(),
        Beginning.of(before, decided.since(), received.receivedAt()),
        // a leaving that lies ahead still does
        before == null || RosterEntry.leftBy(dayOf(received), before) != null
            ? null
            : before.leftFrom(),
        row.person().get(),
        received.receivedAt(),
        standings,
        null);
  }

  private static Answer answer(
      Received received, RowCase row, RosterEntry entry, Standing decided) {
    return switch (decided.verdict()) {
      case UNCHANGED ->
          new Unchanged(received, row.changeId(), row.key().personNumber(), row.remarks());
      case JOINED, CHANGED ->
          new Passed(
              received,
              new MarkReported(
                  origin(received, row, entry),
                  decided.verdict() == Verdict.JOINED ? Kind.JOINED : Kind.CHANGED,
                  row.marking().county(),
                  row.key().category(),
                  decided.since(),
                  row.marking().effectiveTo(),
                  row.marking().basis(),
                  row.marking().standardPercent()));
    };
  }

  private static Origin origin(Received received, RowCase row, RosterEntry entry) {
    return new Origin(
        row.changeId(),
        row.key().agency(),
        received.source(),
        row.key().personNumber(),
        entry.person().maskedId(),
        entry.person().sealedId(),
        entry.person().sealedName(),
        entry.saidAt(),
        row.remarks());
  }

  private static Arrival arrival(Received received, RowCase row, @Nullable Verdict verdict) {
    return new Arrival(
        row.roster(), row.row(), verdict, row.checksum(), received.topicId(), received.source());
  }

  private static String placeOf(Received received) {
    return "%s/%d/%d"
        .formatted(received.topicId(), received.source().partition(), received.source().offset());
  }

  private @Nullable RosterEntry find(Key key) {
    var now = changed.get(key);
    return now == null ? read.get(key) : now;
  }

  /** One version per batch, whatever happened to the entry in it. */
  private long nextVersion(Key key) {
    var before = read.get(key);
    return before == null ? 1 : before.version() + 1;
  }

  /**
   * What says nothing new is not written: everything read once more leaves everything as it was.
   */
  private void become(RosterEntry entry) {
    var now = find(entry.key());
    if (now == null || !entry.equals(now.withVersion(entry.version()))) {
      changed.put(entry.key(), entry);
    }
  }

  void store() {
    if (!changed.isEmpty()) {
      stored.store(changed.values());
    }
  }
}
