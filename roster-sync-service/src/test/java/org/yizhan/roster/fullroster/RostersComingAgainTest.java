package org.yizhan.roster.fullroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.change.Answer.Unchanged;
import org.yizhan.roster.fullroster.Roster.Progress;
import org.yizhan.roster.fullroster.Roster.State;

/** H12: what is redelivered, sent again or stopped in the middle comes to what it came to. */
class RostersComingAgainTest extends RosterOffice {

  @Test
  void aBatchThatComesAgainIsAnsweredAlikeAndCountsOnce() {
    handInWhole("R1", row("R1", 1, 1, JULY));
    var rows = List.of(row("R2", 1, 1, "2019-08-01"), row("R2", 2, 2, JULY), row("R2", 3, 2, JULY));
    var first = offset;
    var answers = handIn(rows);
    assertThat(answers.get(2)).isInstanceOf(Refused.class);
    offset = first;
    assertThat(handIn(rows)).isEqualTo(answers);
    var sentAgain = handIn(rows);
    assertThat(mark(sentAgain.getFirst()).kind()).isEqualTo(Kind.CHANGED);
    assertThat(mark(sentAgain.get(1)).origin().sealedId())
        .isEqualTo(mark(answers.get(1)).origin().sealedId());
    var progress = rosters.progressOf(id("R2")).orElseThrow();
    assertThat(progress).isEqualTo(new Progress(3, 1, 1, 0, 1, Long.toHexString(checksum(rows))));
  }

  @Test
  @DisplayName(
      "H12: whoever was left out and is on the next roster joins, whatever came again since")
  void backOnTheRoster() {
    var joined = change("c1", "JOINED", 1, JULY);
    var first = offset;
    handIn(List.of(joined));
    handInWhole("R1", row("R1", 1, 2, JULY));
    assertThat(told.leavers).hasSize(1);
    var later = offset;
    offset = first;
    handIn(List.of(joined)); // redelivered
    offset = later;
    handIn(List.of(joined)); // sent again
    var answers = handInWhole("R2", row("R2", 1, 1, JULY), row("R2", 2, 2, JULY));
    assertThat(mark(answers.getFirst()).kind()).isEqualTo(Kind.JOINED);
    // reports are folded by their day: from July on the leaving would still come after the joining
    assertThat(mark(answers.getFirst()).effectiveFrom()).hasToString("2020-04-01");
    assertThat(handInWhole("R3", row("R3", 1, 1, JULY), row("R3", 2, 2, JULY)).getFirst())
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void aRowThatComesAgainWhenItsRosterIsClosedIsAnsweredAsItWas() {
    var first = offset;
    var answers = handInWhole("R1", row("R1", 1, 1, JULY));
    assertThat(state("R1")).isEqualTo(State.CLOSED);
    offset = first;
    assertThat(handIn(List.of(row("R1", 1, 1, JULY))).getFirst()).isEqualTo(answers.getFirst());
  }

  @Test
  void aRosterIdIsUsedOnce() {
    handInWhole("R1", row("R1", 1, 1, JULY));
    var late = (Refused) handIn(List.of(row("R1", 2, 2, JULY))).getFirst();
    assertThat(late.errors().getFirst().rule()).contains("closed");
    var again = announced("R1", "441600", List.of(row("R1", 1, 1, JULY)));
    assertThat(rule(handIn(List.of(again)))).isEqualTo("was announced before");
    var other = announced("R1", "441602", List.of(row("R1", 1, 1, JULY)));
    assertThat(rule(handIn(List.of(other)))).isEqualTo("was announced before with other content");
  }

  @Test
  void whoeverStopsInTheMiddleOfLeavingOutTellsTheSameAgain() {
    handInWhole("R1", row("R1", 1, 1, JULY), row("R1", 2, 2, JULY));
    handIn(List.of(new RosterAnnounced("R2", "441600", null, "2020-04-01", null, 0L, "0")));
    var crashing =
        new ClosingRosters(
            new RosterStores(rosters, entries, merges),
            new ClosingRosters.Telling() {
              @Override
              public void left(List<MarkReported> leavers) {
                told.left(leavers);
                throw new IllegalStateException("the process ends here");
              }

              @Override
              public void closed(Roster roster) {
                throw new AssertionError("not reached");
              }
            },
            reference);
    org.assertj.core.api.Assertions.assertThatThrownBy(crashing::closeWhatIsComplete)
        .hasMessage("the process ends here");
    closing.closeWhatIsComplete();
    assertThat(told.leavers).hasSize(4);
    assertThat(told.leavers.subList(2, 4)).isEqualTo(told.leavers.subList(0, 2));
    assertThat(rosters.find(List.of(id("R2"))).get(id("R2")).leftOut()).isEqualTo(2);
  }
}
