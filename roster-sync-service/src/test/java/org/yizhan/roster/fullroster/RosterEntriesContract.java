package org.yizhan.roster.fullroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yizhan.roster.change.Marking;
import org.yizhan.roster.change.SealedPerson;
import org.yizhan.roster.fullroster.RosterEntries.ChangedMeanwhile;
import org.yizhan.roster.fullroster.RosterEntries.Scope;
import org.yizhan.roster.fullroster.RosterEntry.Beginning;
import org.yizhan.roster.fullroster.RosterEntry.Key;
import org.yizhan.roster.fullroster.RosterEntry.Standing;
import org.yizhan.roster.fullroster.RosterEntry.Verdict;

/**
 * What every implementation of {@link RosterEntries} must do (H12); each test has its own agency.
 */
public abstract class RosterEntriesContract {

  private static final OffsetDateTime SAID = OffsetDateTime.parse("2020-03-01T09:00:00+08:00");
  private static final LocalDate FROM = LocalDate.parse("2019-07-01");
  private static final LocalDate AS_OF = LocalDate.parse("2020-04-01");

  protected abstract RosterEntries entries();

  @Test
  void givesBackWhatWasStored() {
    var plain = entry("give", "P1", "DIBAO", "441602");
    var full =
        new RosterEntry(
            Key.of("give", "441621", "P2", "TEKUN"),
            1,
            new Marking("441621", FROM, AS_OF, "basis", new BigDecimal("72.5")),
            new Beginning(AS_OF, SAID.minusDays(1)),
            AS_OF,
            new SealedPerson("masked", "id", null),
            SAID,
            List.of(
                new Standing("R1", 7, Verdict.CHANGED, FROM, "T/0/9"),
                new Standing("R0", 1, Verdict.JOINED, AS_OF, "T/1/2")),
            "R2");
    entries().store(List.of(plain, full));
    var absent = Key.of("give", "441602", "P3", "DIBAO");
    assertThat(entries().load(List.of(plain.key(), full.key(), absent)).values())
        .containsExactlyInAnyOrder(plain, full);
    assertThat(entries().countLeftOutBy(new RosterId("give", "R2"))).isOne();
    assertThat(entries().countLeftOutBy(new RosterId("other", "R2"))).isZero();
  }

  @Test
  void whoDecidedOnAnOldVersionDecidesAgain() {
    var first = entry("guard", "P1", "DIBAO", "441602");
    entries().store(List.of(first));
    assertThatThrownBy(() -> entries().store(List.of(first))).isInstanceOf(ChangedMeanwhile.class);
    var second = first.withVersion(2);
    entries().store(List.of(second));
    assertThatThrownBy(() -> entries().store(List.of(second))).isInstanceOf(ChangedMeanwhile.class);
    assertThat(entries().load(List.of(first.key()))).containsValue(second);
  }

  @Test
  void aRosterLeavesOutWhomItSpeaksOfAndDoesNotName() {
    var id = new RosterId("scope", "R9");
    var out = entry("scope", "P1", "DIBAO", "441602");
    var alsoOut = on(entry("scope", "P2", "TEKUN", "441621"), "R8");
    var told = left(entry("scope", "P9", "DIBAO", "441602"), "R9");
    entries()
        .store(
            List.of(
                out,
                alsoOut,
                on(entry("scope", "P3", "DIBAO", "441602"), "R9"),
                entry("scope", "P4", "DIBAO", "441622"),
                entry("scope2", "P5", "DIBAO", "441602"),
                with(entry("scope", "P6", "DIBAO", "441602"), AS_OF.plusDays(1), null),
                with(entry("scope", "P7", "DIBAO", "441602"), FROM, AS_OF.minusDays(1)),
                left(entry("scope", "P8", "DIBAO", "441602"), null),
                told));
    assertThat(told.leftOutBy()).isEqualTo("R9");
    var both = Set.of("441602", "441621");
    var scope = new Scope(id, "441600", both, null, AS_OF, SAID.plusSeconds(1));
    assertThat(entries().leftOutOf(scope, null, 10)).containsExactly(out, alsoOut, told);
    assertThat(entries().leftOutOf(scope, null, 1)).containsExactly(out);
    assertThat(entries().leftOutOf(scope, out.key(), 10)).containsExactly(alsoOut, told);
    assertThat(
            entries()
                .leftOutOf(
                    new Scope(id, "441600", both, "DIBAO", AS_OF, SAID.plusSeconds(1)), null, 9))
        .containsExactly(out, told);
    assertThat(entries().leftOutOf(new Scope(id, "441600", both, null, AS_OF, SAID), null, 9))
        .containsExactly(told);
  }

  protected static RosterEntry entry(String agency, String person, String category, String county) {
    return new RosterEntry(
        Key.of(agency, county, person, category),
        1,
        new Marking(county, FROM, null, "basis", null),
        new Beginning(FROM, SAID),
        null,
        new SealedPerson("masked", "id", "name"),
        SAID,
        List.of(),
        null);
  }

  private static RosterEntry on(RosterEntry entry, String roster) {
    return new RosterEntry(
        entry.key(),
        1,
        entry.marking(),
        entry.begun(),
        null,
        entry.person(),
        entry.saidAt(),
        List.of(
            new Standing(roster, 1, Verdict.UNCHANGED, FROM, "T/0/1"),
            new Standing("another", 1, Verdict.UNCHANGED, FROM, "T/0/2")),
        null);
  }

  private static RosterEntry left(RosterEntry entry, @Nullable String by) {
    return new RosterEntry(
        entry.key(),
        1,
        entry.marking(),
        entry.begun(),
        FROM,
        entry.person(),
        entry.saidAt(),
        List.of(),
        by);
  }

  private static RosterEntry with(RosterEntry entry, LocalDate from, LocalDate to) {
    return new RosterEntry(
        entry.key(),
        1,
        new Marking(entry.marking().county(), from, to, null, null),
        new Beginning(from, SAID),
        null,
        entry.person(),
        entry.saidAt(),
        List.of(),
        null);
  }
}
