package org.yizhan.roster.fullroster;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.Origin;
import org.yizhan.roster.change.Humans;
import org.yizhan.roster.change.Merges;
import org.yizhan.roster.fullroster.RosterEntries.Scope;
import org.yizhan.roster.reference.ReferenceData;

/**
 * Closes full rosters whose rows are all here, and tells who was left out (H12). It may stop
 * anywhere and start again: what was told is told again with the same ids.
 */
public final class ClosingRosters {

  /**
   * So many leavers are told, and awaited, at once: memory does not depend on how many there are.
   */
  static final int PORTION = 500;

  private final Rosters rosters;
  private final RosterEntries entries;
  private final Merges merges;
  private final Telling telling;
  private final ReferenceData reference;

  public ClosingRosters(RosterStores stores, Telling telling, ReferenceData reference) {
    this.rosters = stores.rosters();
    this.entries = stores.entries();
    this.merges = stores.merges();
    this.telling = telling;
    this.reference = reference;
  }

  /** What leaves the service; each returns when the brokers have it. */
  public interface Telling {

    void left(List<MarkReported> leavers);

    /** The answer to the announcement of a roster that is closed. */
    void closed(Roster roster);
  }

  public void closeWhatIsComplete() {
    for (var roster : rosters.unfinished()) {
      var progress = rosters.progressOf(roster.id()).orElse(Roster.Progress.NOTHING);
      var judged = roster.judged(progress);
      switch (judged.state()) {
        case OPEN -> {}
        case COMPLETE -> {
          if (roster.state() == Roster.State.COMPLETE || rosters.update(judged, roster.state())) {
            end(judged.closed(tellWhoIsLeftOut(judged)), Roster.State.COMPLETE);
          }
        }
        case CLOSED, CLOSED_WITH_REFUSALS, REFUSED -> end(judged, roster.state());
      }
    }
  }

  /** Answered before it is stored as closed: a crash between answers twice, with the same id. */
  private void end(Roster closed, Roster.State before) {
    telling.closed(closed);
    rosters.update(closed, before);
  }

  private long tellWhoIsLeftOut(Roster roster) {
    var announcement = roster.announcement();
    var scope =
        new Scope(
            roster.id(),
            RosterEntry.Key.cityOf(announcement.division()),
            reference.countiesOf(announcement.division()),
            announcement.category(),
            announcement.asOf(),
            roster.judgesUntil());
    RosterEntry.@Nullable Key after = null;
    while (true) {
      var portion = entries.leftOutOf(scope, after, PORTION);
      if (portion.isEmpty()) {
        return entries.countLeftOutBy(roster.id());
      }
      // Decided before it is told: what is told again after a crash is what was decided.
      var leavers = withoutRow(portion, roster);
      entries.store(leaving(leavers, roster));
      telling.left(leavers.stream().map(entry -> leaving(roster, entry)).toList());
      after = portion.getLast().key();
    }
  }

  /** Whoever has a row under another number of the same human is not left out. */
  private List<RosterEntry> withoutRow(List<RosterEntry> portion, Roster roster) {
    var humans =
        Humans.around(
            merges, portion.stream().map(entry -> entry.key().personNumber()).distinct().toList());
    var others = portion.stream().flatMap(entry -> others(entry, humans)).toList();
    if (others.isEmpty()) {
      return portion;
    }
    var known = entries.load(others);
    return portion.stream()
        .filter(
            entry ->
                roster.id().id().equals(entry.leftOutBy())
                    || others(entry, humans)
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .allMatch(other -> other.standingIn(roster.id()).isEmpty()))
        .toList();
  }

  private static Stream<RosterEntry.Key> others(RosterEntry entry, Humans humans) {
    var key = entry.key();
    return humans.numbersOf(key.personNumber()).stream()
        .filter(number -> !number.equals(key.personNumber()))
        .map(key::under);
  }

  private static List<RosterEntry> leaving(List<RosterEntry> portion, Roster roster) {
    return portion.stream()
        .filter(entry -> !roster.id().id().equals(entry.leftOutBy()))
        .map(entry -> entry.leftOutBy(roster))
        .toList();
  }

  private static MarkReported leaving(Roster roster, RosterEntry entry) {
    return new MarkReported(
        new Origin(
            "%s-%s-%s"
                .formatted(roster.id().id(), entry.key().personNumber(), entry.key().category()),
            roster.id().agency(),
            roster.source(),
            entry.key().personNumber(),
            entry.person().maskedId(),
            entry.person().sealedId(),
            entry.person().sealedName(),
            roster.announcedAt(),
            List.of()),
        Kind.LEFT,
        entry.marking().county(),
        entry.key().category(),
        roster.announcement().asOf(),
        null,
        "not on roster " + roster.id().id(),
        null);
  }
}
