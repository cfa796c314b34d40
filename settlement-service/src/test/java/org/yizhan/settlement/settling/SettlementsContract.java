package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.settling.Examples.NOON;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;

/** What every implementation of {@link Settlements} must do. */
public abstract class SettlementsContract {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  private Settlements settlements;

  /** Without anything in it. */
  protected abstract Settlements empty();

  @BeforeEach
  void begin() {
    settlements = empty();
  }

  @Test
  void whatIsKeptStaysAsItWas() {
    settlements.keep(Map.of(ONE, new byte[] {1}));
    settlements.keep(Map.of(ONE, new byte[] {9}, TWO, new byte[] {2}));
    assertThat(settlements.find(List.of(ONE, TWO, new UUID(0, 3))))
        .hasSize(2)
        .containsEntry(ONE, new byte[] {1})
        .containsEntry(TWO, new byte[] {2});
    assertThat(settlements.published(List.of(ONE, new UUID(0, 3)))).containsExactly(ONE);
  }

  private static DischargeRefused refusal(UUID command, OffsetDateTime at, String code) {
    return new DischargeRefused(command, TWO, at, Problem.of(422, code, code, code));
  }

  @Test
  void aRefusalIsFoundByItsCommandAndTheLastByItsSettlement() {
    var first = refusal(ONE, NOON, "first");
    var last = refusal(TWO, NOON.plusSeconds(1), "last");
    settlements.keepRefusals(List.of(last, first));
    settlements.keepRefusals(List.of(refusal(ONE, NOON.plusDays(1), "other")));
    assertThat(settlements.refusalsOf(List.of(ONE, new UUID(0, 3)))).isEqualTo(Map.of(ONE, first));
    assertThat(settlements.lastRefusalOf(TWO)).contains(last);
    assertThat(settlements.lastRefusalOf(ONE)).isEmpty();
  }
}
