package org.yizhan.roster.fullroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.roster.change.AcceptedChangesInMemory;
import org.yizhan.roster.change.Answer;
import org.yizhan.roster.change.Answer.Noted;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Desk;
import org.yizhan.roster.change.ExaminingRosters;
import org.yizhan.roster.change.Ids;
import org.yizhan.roster.change.MergesInMemory;
import org.yizhan.roster.change.PlainTexts;
import org.yizhan.roster.change.Received;
import org.yizhan.roster.change.ReceivingChanges;
import org.yizhan.roster.fullroster.Roster.State;
import org.yizhan.roster.reference.ReferenceData;

/** An agency that hands in rosters and changes, and what was told of it; times only move on. */
abstract class RosterOffice {

  static final Desk CIVIL = Desk.at("roster.changes.civil-affairs");
  static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2020-04-02T09:00:00+08:00");
  static final String JULY = "2019-07-01";
  static final String AS_OF = "2020-04-01";

  final ReferenceData reference = ReferenceData.load();
  final PlainTexts texts = new PlainTexts();
  final RosterEntries entries = new RosterEntriesInMemory();
  final RostersInMemory rosters = new RostersInMemory();
  final MergesInMemory merges = new MergesInMemory();
  final ReceivingRosters receiving =
      new ReceivingRosters(
          new ReceivingChanges(reference, new AcceptedChangesInMemory(), merges, texts),
          new ExaminingRosters(reference, texts),
          new RosterStores(rosters, entries, merges));
  final Told told = new Told();
  final ClosingRosters closing =
      new ClosingRosters(new RosterStores(rosters, entries, merges), told, reference);

  long offset;

  /** Keeps what was told. */
  static final class Told implements ClosingRosters.Telling {

    final List<MarkReported> leavers = new ArrayList<>();
    final List<Roster> closed = new ArrayList<>();

    @Override
    public void left(List<MarkReported> portion) {
      leavers.addAll(portion);
    }

    @Override
    public void closed(Roster roster) {
      closed.add(roster);
    }
  }

  List<Answer> handInWhole(String roster, RosterRow... rows) {
    var messages = new ArrayList<AgencyMessage>(List.of(rows));
    messages.add(announced(roster, "441600", List.of(rows)));
    var answers = handIn(messages);
    assertThat(answers.getLast()).isInstanceOf(Noted.class);
    closing.closeWhatIsComplete();
    return answers;
  }

  List<Answer> handIn(List<? extends AgencyMessage> messages) {
    var received = new ArrayList<Received>();
    for (var message : messages) {
      var type =
          switch (message) {
            case RosterRow _ -> "roster-row.v1";
            case RosterAnnounced _ -> "roster-announced.v1";
            default -> Desk.ROSTER;
          };
      received.add(
          new Received(
              new Source(CIVIL.topic(), 0, offset),
              "T1",
              type,
              RECEIVED.plusSeconds(offset++),
              message));
    }
    return receiving.receive(CIVIL, received);
  }

  static RosterRow row(String roster, long row, int person, String from) {
    return row(roster, row, Ids.number(person), from);
  }

  static RosterRow row(String roster, long row, String citizenId, String from) {
    return new RosterRow(roster, row, citizenId, "某", "441602", "DIBAO", from, null, "河民字", null);
  }

  static RosterChange change(String id, String kind, int person, String from) {
    return new RosterChange(
        id, kind, Ids.number(person), "某", "441602", "DIBAO", from, null, "河民字", null);
  }

  static RosterAnnounced announced(String id, String division, List<RosterRow> rows) {
    return new RosterAnnounced(
        id, division, null, AS_OF, null, (long) rows.size(), Long.toHexString(checksum(rows)));
  }

  static long checksum(List<RosterRow> rows) {
    return rows.stream().mapToLong(RosterRow::checksum).sum();
  }

  String number(int person) {
    return org.yizhan.contracts.PersonNumber.ofHash(texts.hash(Ids.number(person)));
  }

  static RosterId id(String roster) {
    return new RosterId(CIVIL.agency(), roster);
  }

  State state(String roster) {
    return rosters.find(List.of(id(roster))).get(id(roster)).state();
  }

  String reason(String roster) {
    return rosters.find(List.of(id(roster))).get(id(roster)).reason();
  }

  static MarkReported mark(Answer answer) {
    return (MarkReported) ((Passed) answer).event();
  }

  static List<String> fields(Answer answer) {
    return ((Refused) answer).errors().stream().map(error -> error.field()).toList();
  }

  static String rule(List<Answer> answers) {
    return ((Refused) answers.getFirst()).errors().getFirst().rule();
  }
}
