package org.yizhan.roster.fullroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Answer.Unchanged;
import org.yizhan.roster.change.ChangeKey;
import org.yizhan.roster.change.Ids;
import org.yizhan.roster.change.Merge;
import org.yizhan.roster.fullroster.Roster.State;

/**
 * H12: full rosters, compared with what the agency said before; H11: an agency only ends its own.
 */
class FullRosterTest extends RosterOffice {

  @Test
  @DisplayName("H12: the second roster says who joined, who changed and who was left out")
  void comparesWithTheLast() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 2, JULY), row("R1", 3, 3, JULY));
    assertThat(state("R1")).isEqualTo(State.CLOSED);
    assertThat(rosters.progressOf(id("R1")).orElseThrow().joined()).isEqualTo(3);

    var rows = List.of(row("R2", 1, 2, JULY), row("R2", 2, 3, "2019-09-01"), row("R2", 3, 4, JULY));
    var answers = handIn(rows);
    assertThat(answers.get(0)).isInstanceOf(Unchanged.class);
    assertThat(mark(answers.get(1)).kind()).isEqualTo(Kind.CHANGED);
    assertThat(mark(answers.get(2)).kind()).isEqualTo(Kind.JOINED);
    closing.closeWhatIsComplete();
    assertThat(told.leavers).as("not announced yet").isEmpty();

    handIn(List.of(announced("R2", "441600", rows)));
    closing.closeWhatIsComplete();
    var leaver = told.leavers.getFirst();
    assertThat(told.leavers).hasSize(1);
    assertThat(leaver.kind()).isEqualTo(Kind.LEFT);
    assertThat(leaver.effectiveFrom()).hasToString("2020-04-01");
    assertThat(leaver.origin().personNumber()).isEqualTo(number(1));
    assertThat(leaver.origin().changeId()).startsWith("R2-P");
    assertThat(rosters.find(List.of(id("R2"))).get(id("R2")).leftOut()).isOne();
    assertThat(told.closed).extracting(Roster::state).containsExactly(State.CLOSED, State.CLOSED);
  }

  @Test
  @DisplayName("H12: nobody is left out before the whole roster is here and agrees")
  void nobodyLeavesEarly() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 2, JULY));
    var rows = List.of(row("R2", 1, 1, JULY), row("R2", 2, 3, JULY));
    handIn(List.of(announced("R2", "441600", rows), rows.getFirst()));
    closing.closeWhatIsComplete();
    assertThat(state("R2")).isEqualTo(State.OPEN);
    assertThat(told.leavers).isEmpty();
    handIn(List.of(rows.getLast()));
    closing.closeWhatIsComplete();
    assertThat(told.leavers).extracting(one -> one.origin().personNumber()).containsOnly(number(2));
  }

  @Test
  void aChecksumOrACountThatDoesNotAgreeLeavesNobodyOut() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 2, JULY));
    var rows = List.of(row("R2", 1, 1, JULY));
    handIn(List.of(rows.getFirst(), announced("R2", "441600", List.of(row("R2", 1, 5, JULY)))));
    handIn(List.of(row("R3", 1, 1, JULY), row("R3", 2, 3, JULY), announced("R3", "441600", rows)));
    closing.closeWhatIsComplete();
    assertThat(state("R2")).isEqualTo(State.REFUSED);
    assertThat(reason("R2")).contains("checksum");
    assertThat(state("R3")).isEqualTo(State.REFUSED);
    assertThat(reason("R3")).isEqualTo("1 rows were announced, 2 have arrived");
    assertThat(told.leavers).isEmpty();
  }

  @Test
  @DisplayName("H11: a refused row may be anybody's, so a roster that has one leaves nobody out")
  void aRefusedRowLeavesNobodyOut() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 2, JULY));
    var spoilt = row("R2", 2, "441600198001010011", JULY);
    var answers = handInWhole("R2", row("R2", 1, 1, JULY), spoilt);
    var refused = (Refused) answers.get(1);
    assertThat(refused.changeId()).isEqualTo("R2#2");
    assertThat(refused.errors().getFirst().value()).isEqualTo("441600********0011");
    assertThat(state("R2")).isEqualTo(State.CLOSED_WITH_REFUSALS);
    assertThat(told.leavers).isEmpty();
  }

  @Test
  @DisplayName("H13: a single change between two rosters is what the next one is compared with")
  void changesAndRowsKnowEachOther() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 2, JULY));
    handIn(List.of(change("c1", "LEFT", 1, "2020-03-01"), change("c2", "JOINED", 3, JULY)));
    var answers = handInWhole("R2", row("R2", 1, 1, "2020-03-15"), row("R2", 2, 3, JULY));
    assertThat(mark(answers.get(0)).kind()).isEqualTo(Kind.JOINED);
    assertThat(answers.get(1)).isInstanceOf(Unchanged.class);
    assertThat(told.leavers).extracting(one -> one.origin().personNumber()).containsOnly(number(2));
  }

  @Test
  @DisplayName("H12: two rosters on their way at once leave out nobody whom either names")
  void twoAtOnce() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 2, JULY));
    var a = List.of(row("A", 1, 1, JULY), row("A", 2, 2, JULY));
    var b = List.of(row("B", 1, 1, JULY), row("B", 2, 2, JULY));
    handIn(List.of(b.get(0), a.get(0), b.get(1), a.get(1)));
    handIn(List.of(announced("B", "441600", b), announced("A", "441600", a)));
    closing.closeWhatIsComplete();
    assertThat(told.leavers).isEmpty();
    assertThat(state("A")).isEqualTo(State.CLOSED);
    assertThat(state("B")).isEqualTo(State.CLOSED);
  }

  @Test
  void aLeavingThatLiesAheadIsNoLeavingYet() {
    handIn(List.of(change("c1", "JOINED", 1, JULY), change("c2", "LEFT", 1, "2021-01-01")));
    assertThat(handInWhole("R1", row("R1", 1, 1, JULY)).getFirst()).isInstanceOf(Unchanged.class);
    var changed = handIn(List.of(row("R0", 1, 1, "2020-02-01"))).getFirst();
    assertThat(mark(changed).effectiveFrom()).as("not only from then on").hasToString("2020-02-01");
    handInWhole("R2", row("R2", 1, 2, JULY));
    assertThat(told.leavers).as("it is brought forward").hasSize(1);
  }

  @Test
  void otherValuesHoldFromWhereTheOldOnesDid() {
    handInWhole("R1", row("R1", 1, 1, "2019-09-01"));
    var earlier =
        new RosterRow("R2", 1L, Ids.number(1), "某", "441602", "DIBAO", JULY, null, "new", null);
    var answers = handIn(List.of(earlier, row("R2", 2, 2, JULY)));
    assertThat(mark(answers.getFirst()).effectiveFrom()).hasToString("2019-09-01");
    var onlyEarlier = handIn(List.of(row("R3", 1, 2, "2019-06-01")));
    assertThat(mark(onlyEarlier.getFirst()).effectiveFrom()).hasToString("2019-06-01");
  }

  @Test
  void aRosterOfOneCountyOrCategoryLeavesTheOthersAlone() {
    var other =
        new RosterRow("R1", 2L, Ids.number(2), "某", "441621", "DIBAO", JULY, null, "b", null);
    var tekun =
        new RosterRow("R1", 3L, Ids.number(3), "某", "441602", "TEKUN", JULY, null, "b", null);
    handInWhole("R1", row("R1", 1, 1, JULY), other, tekun);
    handIn(List.of(new RosterAnnounced("R2", "441602", "DIBAO", "2020-04-01", null, 0L, "0")));
    closing.closeWhatIsComplete();
    assertThat(told.leavers).extracting(one -> one.origin().personNumber()).containsOnly(number(1));
  }

  @Test
  @DisplayName("H13: whoever was reported after the roster was drawn is not judged by it")
  void aRosterKnowsNothingOfLater() {
    handInWhole("R1", row("R1", 1, 1, JULY));
    handIn(List.of(change("c1", "JOINED", 2, JULY)));
    var drawn = RECEIVED.plusSeconds(offset - 1).toString();
    handIn(List.of(new RosterAnnounced("R2", "441600", null, "2020-04-01", drawn, 0L, "0")));
    closing.closeWhatIsComplete();
    assertThat(told.leavers).extracting(one -> one.origin().personNumber()).containsOnly(number(1));
  }

  @Test
  void malformedRowsAndAnnouncementsNameEveryMember() {
    var answers =
        handIn(
            List.of(
                new RosterRow(null, 0L, null, null, null, null, null, null, null, null),
                new RosterAnnounced("a b", "999999", "REGISTERED_POOR", "soon", "now", -1L, "XY")));
    assertThat(fields(answers.get(0))).containsExactly("rosterId", "row");
    assertThat(fields(answers.get(1)))
        .containsExactly("rosterId", "division", "category", "asOf", "takenAt", "rows", "checksum");
  }

  @Test
  void aJoiningFromBeforeTheLeavingRevivesNothing() {
    handIn(List.of(change("c1", "JOINED", 1, JULY), change("c2", "LEFT", 1, "2020-03-01")));
    handIn(List.of(change("c3", "JOINED", 1, "2020-01-01"))); // folded before the leaving
    var answer = handInWhole("R1", row("R1", 1, 1, "2020-01-01")).getFirst();
    assertThat(mark(answer).kind()).isEqualTo(Kind.JOINED);
    assertThat(mark(answer).effectiveFrom()).hasToString("2020-03-01");
  }

  @Test
  @DisplayName("H12: who stands on a roster under another number of the same human is not left out")
  void mergedPersonsAreNotLeftOut() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 5, JULY));
    merge(1, 2);
    merge(5, 6);
    // The agency now uses the ID that stays for one, and has neither of the other.
    handInWhole("R2", row("R2", 1, 2, JULY));
    assertThat(told.leavers).extracting(one -> one.origin().personNumber()).containsOnly(number(5));
    assertThat(rosters.find(List.of(id("R2"))).get(id("R2")).leftOut()).isOne();
    // And when nobody stands there any more, both entries leave.
    handInWhole("R3", row("R3", 1, 7, JULY));
    assertThat(told.leavers.subList(1, told.leavers.size()))
        .extracting(one -> one.origin().personNumber())
        .containsExactlyInAnyOrder(number(1), number(2));
  }

  @Test
  @DisplayName("H12: who leaves under one number has left under every other of the same human")
  void mergedPersonsLeaveTogether() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 3, JULY));
    merge(1, 2);
    var left = change("C1", "LEFT", 2, "2020-04-01");
    handIn(List.of(left));
    var entry = entryOf(1);
    assertThat(entry.leftFrom()).hasToString("2020-04-01");
    assertThat(entry.person().maskedId()).isEqualTo(CitizenId.mask(Ids.number(1)));
    assertThat(entryOf(3).leftFrom()).isNull();
    handInWhole("R2", row("R2", 1, 3, JULY));
    assertThat(told.leavers).isEmpty();
    // What was said before it counts no more.
    offset -= 20;
    handIn(List.of(change("C2", "LEFT", 2, "2020-02-01")));
    assertThat(entryOf(1)).isEqualTo(entry);
  }

  @Test
  @DisplayName("H12: left out under the old ID, then merged, then on the next roster: joins again")
  void leftOutThenMerged() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 3, JULY));
    handInWhole("R2", row("R2", 1, 2, JULY)); // the other ID of the first
    assertThat(told.leavers).extracting(one -> one.effectiveFrom().toString()).contains(AS_OF);
    merge(1, 2);
    merge(3, 4);
    var rows = List.of(row("R3", 1, 2, JULY), row("R3", 2, 4, JULY));
    var answers = handIn(rows);
    assertThat(answers).extracting(one -> mark(one).kind()).containsOnly(Kind.JOINED);
    assertThat(answers)
        .as("from the leaving on, or it would be folded before it")
        .extracting(one -> mark(one).effectiveFrom().toString())
        .containsOnly(AS_OF);
    assertThat(handIn(rows)).extracting(one -> mark(one).kind()).containsOnly(Kind.JOINED);
    assertThat(handIn(List.of(row("R4", 1, 2, JULY), row("R4", 2, 4, JULY))))
        .hasOnlyElementsOfType(Unchanged.class);
    var other =
        new RosterRow("R5", 1L, Ids.number(2), "某", "441602", "DIBAO", JULY, null, "new", null);
    assertThat(mark(handIn(List.of(other)).getFirst()).effectiveFrom()).hasToString(AS_OF);
  }

  @Test
  @DisplayName("H12: a leaving under another number that came before the joining ended nothing")
  void leftBeforeTheOtherJoined() {
    handIn(List.of(change("c1", "JOINED", 1, JULY), change("c2", "LEFT", 1, "2020-01-01")));
    handInWhole("R1", row("R1", 1, 2, "2020-02-01"));
    merge(1, 2);
    assertThat(handIn(List.of(row("R2", 1, 2, "2020-02-01"))))
        .hasOnlyElementsOfType(Unchanged.class);
  }

  private RosterEntry entryOf(int person) {
    var key = RosterEntry.Key.of(CIVIL.agency(), "441602", number(person), "DIBAO");
    return entries.load(List.of(key)).get(key);
  }

  private void merge(int duplicate, int stays) {
    var into = new Identity(number(stays), "masked", "sealed");
    merges.add(
        new Merge(new ChangeKey("medical-insurance", "M" + duplicate), number(duplicate), into),
        merges.count());
  }
}
