package org.yizhan.roster.fullroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.roster.change.Announcement;
import org.yizhan.roster.fullroster.Roster.Progress;
import org.yizhan.roster.fullroster.Roster.State;
import org.yizhan.roster.fullroster.RosterEntry.Verdict;
import org.yizhan.roster.fullroster.Rosters.Arrival;

/** What every implementation of {@link Rosters} must do (H12); each test has its own agency. */
public abstract class RostersContract {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2020-04-01T09:00:00+08:00");

  protected abstract Rosters rosters();

  @Test
  void theFirstAnnouncementStays() {
    var first = roster("first", "R1", 3);
    assertThat(rosters().keepFirst(first)).isEqualTo(first);
    assertThat(rosters().keepFirst(roster("first", "R1", 4))).isEqualTo(first);
    assertThat(rosters().find(List.of(first.id(), new RosterId("first", "R2"))))
        .containsExactly(java.util.Map.entry(first.id(), first));
  }

  @Test
  void whatIsClosedWaitsForNothing() {
    var roster = rosters().keepFirst(roster("ending", "R1", 0));
    assertThat(rosters().unfinished()).contains(roster);
    var complete = roster.judged(new Progress(0, 0, 0, 0, 0, "a"));
    assertThat(rosters().update(complete, State.OPEN)).isTrue();
    assertThat(rosters().unfinished()).contains(complete);
    var closed = complete.closed(5);
    assertThat(rosters().update(closed, State.COMPLETE)).isTrue();
    assertThat(rosters().update(complete, State.OPEN)).as("somebody was quicker").isFalse();
    assertThat(rosters().unfinished()).noneMatch(one -> one.id().equals(roster.id()));
    assertThat(rosters().find(List.of(roster.id()))).containsValue(closed);
  }

  @Test
  void anAgencyTurnsThePagesOfItsRosters() {
    for (var id : List.of("R2", "R1", "R3")) {
      rosters().keepFirst(roster("pages", id, 0));
    }
    rosters().keepFirst(roster("pages2", "R9", 0));
    assertThat(rosters().of("pages", null, 2))
        .extracting(r -> r.id().id())
        .containsExactly("R1", "R2");
    assertThat(rosters().of("pages", "R2", 2)).extracting(r -> r.id().id()).containsExactly("R3");
  }

  @Test
  void everyRowCountsOnceHoweverOftenItComes() {
    var id = new RosterId("count", "R1");
    assertThat(rosters().progressOf(id)).isEmpty();
    var batch =
        List.of(
            row(id, 1, Verdict.JOINED, 10),
            row(id, 2, Verdict.UNCHANGED, 11),
            row(id, 3, null, 12),
            row(id, 4, Verdict.CHANGED, 13));
    rosters().count(batch);
    rosters().count(batch);
    rosters().count(List.of(row(id, 3, null, 14), row(id, 5, Verdict.JOINED, 15)));
    assertThat(rosters().progressOf(id))
        .contains(new Progress(5, 2, 1, 1, 1, Long.toHexString(0xF000_0000_05L * 5)));
  }

  private static Arrival row(RosterId id, long row, @Nullable Verdict verdict, long offset) {
    return new Arrival(id, row, verdict, 0xF000_0000_05L, "T", new Source("t", 0, offset));
  }

  private static Roster roster(String agency, String id, long rows) {
    return Roster.announced(
        new RosterId(agency, id),
        new Announcement("441600", null, LocalDate.parse("2020-04-01"), null, rows, "a"),
        AT,
        new Source("t", 1, 7));
  }
}
