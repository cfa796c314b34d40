package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.settlement.settling.Examples.NOON;
import static org.yizhan.settlement.settling.Examples.PERSON;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.Recovery.Due;
import org.yizhan.contracts.settlement.Recovery.Part;
import org.yizhan.contracts.settlement.Recovery.State;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;
import org.yizhan.settlement.settling.Recoveries.Returned;

/** What every implementation of {@link Recoveries} must do. */
public abstract class RecoveriesContract {

  private static final UUID RETURN = new UUID(0, 77);

  private Recoveries recoveries;

  /** Without any recovery in it. */
  protected abstract Recoveries empty();

  @BeforeEach
  void begin() {
    recoveries = empty();
  }

  private static Recovery recovery(int id, long version, State state) {
    var part = new Part(new UUID(0, 9), "441602", Money.of("3.00"), Money.ZERO);
    return new Recovery(
        new UUID(0, id),
        version,
        state,
        Cause.LATE_KNOWLEDGE,
        PERSON,
        id < 5 ? "441600" : "330300",
        NOON,
        List.of(Due.of(Payer.ASSISTANCE, List.of(part))),
        List.of(),
        List.of());
  }

  @Test
  @DisplayName("H10: a recovery is opened once and written from the state that was read")
  void isWrittenFromTheStateThatWasRead() {
    var first = recovery(1, 1, State.OPEN);
    recoveries.open(first);
    recoveries.open(recovery(1, 1, State.RETURNED));
    assertThat(recoveries.find(first.caseId())).contains(first);
    assertThat(recoveries.find(new UUID(0, 2))).isEmpty();

    var next = recovery(1, 2, State.PARTLY_RETURNED);
    recoveries.become(next, new Returned(RETURN, new byte[] {1, 2}));
    assertThat(recoveries.find(first.caseId())).contains(next);
    assertThat(recoveries.returnOf(first.caseId(), RETURN)).hasValue(new byte[] {1, 2});
    assertThatThrownBy(() -> recoveries.become(recovery(1, 2, State.RETURNED), null))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> recoveries.become(recovery(2, 2, State.RETURNED), null))
        .isInstanceOf(ChangedMeanwhile.class);

    var last = recovery(1, 3, State.WRITTEN_OFF);
    recoveries.become(last, null);
    assertThat(recoveries.find(first.caseId())).contains(last);
    assertThat(recoveries.returnOf(first.caseId(), RETURN)).hasValue(new byte[] {1, 2});
    assertThat(recoveries.returnOf(first.caseId(), new UUID(0, 78))).isEmpty();
    assertThat(recoveries.returnOf(new UUID(0, 2), RETURN)).isEmpty();
  }

  @Test
  void theOpenOnesOfACityAreReadPageByPage() {
    for (int id : List.of(4, 2, 1, 3, 5)) {
      recoveries.open(recovery(id, 1, State.OPEN));
    }
    recoveries.become(recovery(2, 2, State.RETURNED), null);
    recoveries.become(recovery(3, 2, State.PARTLY_RETURNED), null);
    assertThat(recoveries.open("441600", null, 2))
        .extracting(Recovery::caseId)
        .containsExactly(new UUID(0, 1), new UUID(0, 3));
    assertThat(recoveries.open("441600", new UUID(0, 3), 2))
        .extracting(Recovery::caseId)
        .containsExactly(new UUID(0, 4));
    assertThat(recoveries.open("330300", null, 2)).hasSize(1);
  }
}
