package org.yizhan.roster.fullroster;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.roster.change.Answer;
import org.yizhan.roster.change.Answer.Noted;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Desk;
import org.yizhan.roster.change.ExaminingRosters;
import org.yizhan.roster.change.ExaminingRosters.ExaminedAnnouncement.BrokenAnnouncement;
import org.yizhan.roster.change.ExaminingRosters.ExaminedAnnouncement.SoundAnnouncement;
import org.yizhan.roster.change.ExaminingRosters.ExaminedRow.BrokenRow;
import org.yizhan.roster.change.ExaminingRosters.ExaminedRow.SoundRow;
import org.yizhan.roster.change.Humans;
import org.yizhan.roster.change.Merges;
import org.yizhan.roster.change.Received;
import org.yizhan.roster.change.ReceivingChanges;

/**
 * Receives a batch of a marking agency: single changes as {@link ReceivingChanges} does, and the
 * rows and announcements of its full rosters. Each message of the batch sees what those before it
 * have said. One read and one write of entries, however many rows.
 */
public final class ReceivingRosters {

  private final ReceivingChanges changes;
  private final ExaminingRosters examining;
  private final RosterEntries entries;
  private final Rosters rosters;
  private final Merges merges;

  public ReceivingRosters(
      ReceivingChanges changes, ExaminingRosters examining, RosterStores stores) {
    this.changes = changes;
    this.examining = examining;
    this.entries = stores.entries();
    this.rosters = stores.rosters();
    this.merges = stores.merges();
  }

  /** What is known of each message before any entry is read. */
  private sealed interface Case {
    record Done(Answer answer) implements Case {}

    record Row(Received received, RowCase row, boolean open) implements Case {}
  }

  /** One answer for each message, in their order. */
  public List<Answer> receive(Desk desk, List<Received> messages) {
    var open = rostersOpenTo(desk, messages);
    var cases = cases(desk, messages, open);
    var humans = humansOf(cases);
    var work = EntriesAtWork.load(entries, keysOf(cases, humans));
    var answers = new ArrayList<Answer>(messages.size());
    var arrivals = new ArrayList<Rosters.Arrival>();
    for (int i = 0; i < messages.size(); i++) {
      switch (cases.get(i)) {
        case Case.Done(var answer) -> {
          note(answer, work, humans);
          countRefused(desk, messages.get(i), answer, open, arrivals);
          answers.add(answer);
        }
        case Case.Row(var received, var row, var isOpen) -> {
          var placed =
              work.place(received, row, isOpen, others(row.key().personNumber(), humans).toList());
          placed.arrival().ifPresent(arrivals::add);
          answers.add(placed.answer());
        }
      }
    }
    work.store();
    rosters.count(arrivals);
    return answers;
  }

  /** What an agency says by a change is what the next roster is compared with. */
  private static void note(Answer answer, EntriesAtWork work, Humans humans) {
    if (answer instanceof Passed(var _, MarkReported mark)) {
      work.said(mark);
      othersWhoLeave(mark, humans).forEach(number -> work.leftUnder(number, mark));
    }
  }

  private static Stream<String> othersWhoLeave(MarkReported mark, Humans humans) {
    return mark.kind() == Kind.LEFT ? others(mark.origin().personNumber(), humans) : Stream.empty();
  }

  private static Stream<String> others(String number, Humans humans) {
    return humans.numbersOf(number).stream().filter(other -> !other.equals(number));
  }

  /**
   * Of whom a row or a leaving speaks: what else was said of them may stand under other numbers.
   */
  private Humans humansOf(List<Case> cases) {
    var numbers = new HashSet<String>();
    for (var one : cases) {
      switch (one) {
        case Case.Row(var _, var row, var _) -> numbers.add(row.key().personNumber());
        case Case.Done(Passed(var _, MarkReported mark)) when mark.kind() == Kind.LEFT ->
            numbers.add(mark.origin().personNumber());
        case Case.Done _ -> {}
      }
    }
    return Humans.around(merges, numbers);
  }

  private static void countRefused(
      Desk desk,
      Received received,
      Answer answer,
      Set<RosterId> open,
      List<Rosters.Arrival> arrivals) {
    if (answer instanceof Refused
        && received.message() instanceof RosterRow row
        && row.rosterId() != null
        && row.row() != null) {
      var roster = new RosterId(desk.agency(), row.rosterId());
      if (open.contains(roster)) {
        arrivals.add(
            new Rosters.Arrival(
                roster, row.row(), null, row.checksum(), received.topicId(), received.source()));
      }
    }
  }

  private List<Case> cases(Desk desk, List<Received> messages, Set<RosterId> open) {
    var single = new ArrayList<Received>();
    for (var message : messages) {
      if (!isOfARoster(message)) {
        single.add(message);
      }
    }
    var ofChanges = changes.receive(desk, single).iterator();
    return messages.stream()
        .map(
            message ->
                isOfARoster(message)
                    ? caseOf(desk, message, open)
                    : new Case.Done(ofChanges.next()))
        .toList();
  }

  private static boolean isOfARoster(Received received) {
    return received.message() instanceof RosterRow || received.message() instanceof RosterAnnounced;
  }

  private Case caseOf(Desk desk, Received received, Set<RosterId> open) {
    return switch (received.message()) {
      case RosterRow said -> row(desk, received, said, open);
      case RosterAnnounced said -> new Case.Done(announced(desk, received, said));
      default -> throw new IllegalStateException("not of a roster: " + received.type());
    };
  }

  private Case row(Desk desk, Received received, RosterRow said, Set<RosterId> open) {
    return switch (examining.row(desk, received, said)) {
      case BrokenRow(var refusal) -> new Case.Done(refusal);
      case SoundRow sound -> {
        var roster = new RosterId(desk.agency(), requireNonNull(said.rosterId()));
        yield new Case.Row(received, caseOf(roster, said, sound), open.contains(roster));
      }
    };
  }

  private static RowCase caseOf(RosterId roster, RosterRow said, SoundRow sound) {
    return new RowCase(
        roster,
        requireNonNull(said.row()),
        said.checksum(),
        RosterEntry.Key.of(
            roster.agency(), sound.marking().county(), sound.personNumber(), sound.category()),
        sound.marking(),
        sound.person(),
        sound.remarks());
  }

  private Answer announced(Desk desk, Received received, RosterAnnounced said) {
    return switch (examining.announcement(desk, received, said)) {
      case BrokenAnnouncement(var refusal) -> refusal;
      case SoundAnnouncement(var rosterId, var announcement) -> {
        var id = new RosterId(desk.agency(), rosterId);
        var offered = Roster.announced(id, announcement, received.receivedAt(), received.source());
        var kept = rosters.keepFirst(offered);
        if (!kept.announcement().equals(announcement)) {
          yield refused(
              received, id.id(), "rosterId", id.id(), "was announced before with other content");
        }
        yield kept.source().equals(received.source())
            ? new Noted(received)
            : refused(received, id.id(), "rosterId", id.id(), "was announced before");
      }
    };
  }

  private static Refused refused(
      Received received, String changeId, String field, String value, String rule) {
    return new Refused(received, changeId, null, List.of(new FieldError(field, value, rule)));
  }

  /** Rosters of the batch's rows that were not announced yet, or wait for rows. */
  private Set<RosterId> rostersOpenTo(Desk desk, List<Received> messages) {
    var asked = new HashSet<RosterId>();
    for (var message : messages) {
      if (message.message() instanceof RosterRow row && row.rosterId() != null) {
        asked.add(new RosterId(desk.agency(), row.rosterId()));
      }
    }
    Map<RosterId, Roster> known = asked.isEmpty() ? Map.of() : new HashMap<>(rosters.find(asked));
    asked.removeIf(id -> known.containsKey(id) && !known.get(id).takesRows());
    return asked;
  }

  private static Set<RosterEntry.Key> keysOf(List<Case> cases, Humans humans) {
    var keys = new HashSet<RosterEntry.Key>();
    for (var one : cases) {
      switch (one) {
        case Case.Row(var _, var row, var _) ->
            humans
                .numbersOf(row.key().personNumber())
                .forEach(number -> keys.add(row.key().under(number)));
        case Case.Done(Passed(var _, MarkReported mark)) -> {
          var key = EntriesAtWork.keyOf(mark);
          keys.add(key);
          othersWhoLeave(mark, humans).map(key::under).forEach(keys::add);
        }
        case Case.Done _ -> {}
      }
    }
    return keys;
  }
}
