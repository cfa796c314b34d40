package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.settling.Examples.NOON;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.settlement.settling.Revisions.Kept;
import org.yizhan.settlement.settling.Revisions.Published;

/** What every implementation of {@link Revisions} must do. */
public abstract class RevisionsContract {

  private static final UUID SETTLEMENT = new UUID(0, 7);

  private Revisions revisions;

  /** Without any revision in it. */
  protected abstract Revisions empty();

  @BeforeEach
  void begin() {
    revisions = empty();
  }

  private static Kept kept(int id, Cause cause, OffsetDateTime at, int event) {
    return new Kept(new UUID(0, id), cause, at, List.of(SETTLEMENT), new byte[] {(byte) event});
  }

  @Test
  void areFoundByIdAndBySettlementOldestFirst() {
    var later = kept(2, Cause.LATE_KNOWLEDGE, NOON.plusSeconds(1), 2);
    revisions.keep(List.of(later, kept(1, Cause.CANCELLATION, NOON, 1)));
    revisions.keep(List.of(kept(1, Cause.CANCELLATION, NOON, 9)));
    assertThat(revisions.find(new UUID(0, 1))).contains(new byte[] {1});
    assertThat(revisions.find(SETTLEMENT)).isEmpty();
    assertThat(revisions.of(SETTLEMENT))
        .extracting(Published::cause)
        .containsExactly(Cause.CANCELLATION, Cause.LATE_KNOWLEDGE);
    assertThat(revisions.of(SETTLEMENT).getLast().event()).containsExactly(2);
    assertThat(revisions.of(new UUID(0, 1))).isEmpty();
  }

  private static CancellationRefused refusal(String code) {
    var problem = Problem.of(409, code, code, code);
    return new CancellationRefused(new UUID(0, 1), SETTLEMENT, NOON, problem, List.of());
  }

  @Test
  void aRefusedCancellationStaysAsItWas() {
    revisions.keepRefusal(refusal("first"));
    revisions.keepRefusal(refusal("second"));
    assertThat(revisions.refusalOf(new UUID(0, 1))).contains(refusal("first"));
    assertThat(revisions.refusalOf(SETTLEMENT)).isEmpty();
  }
}
