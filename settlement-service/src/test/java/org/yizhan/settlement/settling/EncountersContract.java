package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.settling.Examples.discharge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.settling.Encounters.Claim;
import org.yizhan.settlement.settling.Encounters.Encounter;
import org.yizhan.settlement.settling.Encounters.Holding;

/** What every implementation of {@link Encounters} must do. */
public abstract class EncountersContract {

  private Encounters encounters;

  /** Without any encounter in it. */
  protected abstract Encounters empty();

  @BeforeEach
  void begin() {
    encounters = empty();
  }

  private boolean claim(SettleDischarge command, boolean neverClaimed) {
    return encounters.claim(List.of(Claim.of(command, "year")), encounter -> neverClaimed);
  }

  private Holding holding(SettleDischarge command) {
    return encounters.find(List.of(Encounter.of(command))).get(Encounter.of(command));
  }

  @Test
  void isClaimedByOneOnly() {
    var first = discharge("ZY1", null, null);
    var other = discharge("ZY1", null, null);
    assertThat(holding(first)).isNull();
    assertThat(claim(first, true)).isTrue();
    var held = new Holding(first.settlementId(), first.commandId(), "year", null, Map.of());
    assertThat(holding(first)).isEqualTo(held);
    assertThat(claim(other, true)).as("both saw nothing").isFalse();
    assertThat(claim(other, false)).isFalse();
    assertThat(claim(first, false)).as("held by itself").isFalse();
    assertThat(holding(first)).isEqualTo(held);
  }

  @Test
  void oneThatIsRefusedDoesNotKeepTheOthersFromTheirs() {
    var taken = discharge("ZY1", null, null);
    claim(taken, true);
    var late = discharge("ZY1", null, null);
    var free = discharge("ZY2", null, null);
    assertThat(encounters.claim(List.of(Claim.of(late, "y"), Claim.of(free, "y")), e -> true))
        .isFalse();
    assertThat(holding(free).settlementId()).isEqualTo(free.settlementId());
    assertThat(holding(late).settlementId()).isEqualTo(taken.settlementId());
  }

  @Test
  void isReleasedByTheCommandThatClaimedIt() {
    var first = discharge("ZY1", null, null);
    claim(first, true);
    var other = discharge("ZY1", null, null);
    encounters.release(List.of(Claim.of(other, "")));
    assertThat(holding(first).settlementId()).isEqualTo(first.settlementId());
    encounters.release(List.of(Claim.of(first, "")));
    assertThat(holding(first)).isEqualTo(Holding.FREE);
    assertThat(claim(other, false)).isTrue();
  }

  @Test
  void afterACancellationOnlyWhatReplacesItIsGranted() {
    var first = discharge("ZY1", null, null);
    claim(first, true);
    encounters.cancel(Encounter.of(first), UUID.randomUUID(), "year");
    assertThat(holding(first).settlementId()).as("another's").isEqualTo(first.settlementId());
    encounters.cancel(Encounter.of(first), first.settlementId(), "year");
    var cancelled = Map.of(first.settlementId(), "year");
    assertThat(holding(first))
        .isEqualTo(new Holding(null, null, null, first.settlementId(), cancelled));
    assertThat(claim(discharge("ZY1", null, null), false)).isFalse();
    assertThat(claim(discharge("ZY1", null, UUID.randomUUID()), false)).isFalse();
    var second = discharge("ZY1", null, first.settlementId());
    assertThat(claim(second, false)).isTrue();
    encounters.release(List.of(Claim.of(second, "")));
    assertThat(holding(first).cancelled()).as("still known").isEqualTo(first.settlementId());
    claim(second, false);
    encounters.cancel(Encounter.of(second), second.settlementId(), "other year");
    assertThat(holding(first).cancelledYears())
        .isEqualTo(Map.of(first.settlementId(), "year", second.settlementId(), "other year"));
  }

  @Test
  void whatNeverWasIsNotReplaced() {
    assertThat(claim(discharge("ZY1", null, UUID.randomUUID()), true)).isFalse();
  }
}
