package org.yizhan.settlement.settling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.settling.BenefitYears.Change;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;
import org.yizhan.settlement.settling.BenefitYears.Read;
import org.yizhan.settlement.settling.BenefitYears.Revising;
import org.yizhan.settlement.settling.BenefitYears.Stored;

/** What every implementation of {@link BenefitYears} must do. */
public abstract class BenefitYearsContract {

  private static final BenefitYear.Key KEY = aBill().emptyYear().key();
  private static final String ID = BenefitYears.idOf(KEY);
  private static final UUID REVISION = new UUID(0, 7);

  private BenefitYears years;

  /** Without any year in it. */
  protected abstract BenefitYears empty();

  @BeforeEach
  void begin() {
    years = empty();
  }

  private static Claim claim(String inPolicy) {
    return aBill().of(inPolicy).marked("DIBAO").settledIn(BenefitYear.empty(KEY)).claim();
  }

  private static byte[] eventOf(Claim claim) {
    return claim.settlementId().toString().getBytes(UTF_8);
  }

  private Stored stored() {
    return years.find(List.of(ID, "nobody|441600|2019")).get(ID);
  }

  private void store(Stored was, Claim claim, Set<UUID> acknowledged) {
    var changed = new Stored(was.year().with(claim), was.readVersion(), was.carried());
    var outgoing = Map.of(claim.settlementId(), eventOf(claim));
    years.store(List.of(new Change(changed, outgoing, acknowledged)));
  }

  private Claim first() {
    var claim = claim("42000.00");
    store(new Stored(RunningYear.empty(KEY), 0, Set.of()), claim, Set.of());
    return claim;
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(stored()).isNull();
    assertThat(years.findWhole(ID)).isEmpty();
    var first = first();
    var second = claim("30000.00");
    store(stored(), second, Set.of());
    var whole = BenefitYear.of(KEY, 2, List.of(first, second));
    assertThat(years.findWhole(ID)).contains(whole);
    assertThat(stored())
        .isEqualTo(
            new Stored(whole.running(), 2, Set.of(first.settlementId(), second.settlementId())));
  }

  @Test
  void anEventIsCarriedUntilItIsSaidToBeAcknowledged() {
    var first = first();
    store(stored(), claim("30000.00"), Set.of());
    assertThat(years.outgoingOf(List.of(ID, "nobody|441600|2019")))
        .hasSize(2)
        .containsEntry(first.settlementId(), eventOf(first));
    var third = claim("20000.00");
    store(stored(), third, stored().carried());
    assertThat(years.outgoingOf(List.of(ID)))
        .hasSize(1)
        .containsEntry(third.settlementId(), eventOf(third));
  }

  @Test
  void whoeverReadAnOlderVersionIsTold() {
    var unread = new Stored(RunningYear.empty(KEY), 0, Set.of());
    var first = first();
    var read = stored();
    store(read, claim("30000.00"), Set.of());
    for (var stale : List.of(unread, read)) {
      assertThatThrownBy(() -> store(stale, claim("1.00"), Set.of()))
          .isInstanceOf(ChangedMeanwhile.class);
    }
    var folded = BenefitYear.of(KEY, 2, List.of(first));
    assertThatThrownBy(() -> years.revise(new Revising(1, folded, REVISION, new byte[0])))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(years.findWhole(ID).orElseThrow().claims()).hasSize(2);
    assertThat(years.revisionOf(ID, REVISION)).isEmpty();
  }

  @Test
  void oneThatHasChangedDoesNotKeepTheOthersFromBeingWritten() {
    first();
    var other = new BenefitYear.Key(KEY.personNumber(), "330300", KEY.year());
    var unread = new Stored(RunningYear.empty(KEY), 0, Set.of());
    var mine = new Stored(RunningYear.empty(other).with(claim("7.00")), 0, Set.of());
    var late = new Stored(unread.year().with(claim("8.00")), 0, Set.of());
    assertThatThrownBy(
            () ->
                years.store(
                    List.of(
                        new Change(late, Map.of(), Set.of()),
                        new Change(mine, Map.of(), Set.of()))))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(years.findWhole(BenefitYears.idOf(other))).isPresent();
  }

  @Test
  void aRevisionIsCarriedUntilItIsForgotten() {
    var first = first();
    var folded =
        BenefitYear.of(
            KEY,
            2,
            List.of(
                new Claim(
                    first.command(),
                    first.circumstances(),
                    first.shares(),
                    first.baseIncrement(),
                    first.parameterHash(),
                    first.settledAt(),
                    first.outside(),
                    REVISION)));
    years.revise(new Revising(1, folded, REVISION, new byte[] {1}));
    assertThat(years.findWhole(ID)).contains(folded);
    assertThat(stored().readVersion()).isEqualTo(2);
    assertThat(stored().year().used()).isEqualTo(folded.accumulators());
    assertThat(stored().carried()).as("as before").containsExactly(first.settlementId());
    assertThat(years.revisionOf(ID, REVISION)).contains(new byte[] {1});
    assertThat(years.revisionOf("nobody|441600|2019", REVISION)).isEmpty();
    years.forgetRevisions(Map.of(REVISION, ID, new UUID(7, 7), "nobody|441600|2019"));
    assertThat(years.revisionOf(ID, REVISION)).isEmpty();
  }

  @Test
  @DisplayName("H7: what is kept as used up is what the claims add up to, or nothing goes on")
  void aYearThatDoesNotAddUpIsNotRead() {
    var claim = claim("42000.00");
    var wrong =
        new RunningYear(
            KEY,
            1,
            Map.of(claim.settlementId(), claim.commandId()),
            RunningYear.empty(KEY).used(),
            List.of(claim));
    years.store(List.of(new Change(new Stored(wrong, 0, Set.of()), Map.of(), Set.of())));
    assertThatThrownBy(() -> years.findWhole(ID)).isInstanceOf(BrokenInvariant.class);
    assertThat(years.ofPersons(List.of(KEY.personNumber())))
        .singleElement()
        .isInstanceOf(Read.Broken.class);
  }
}
