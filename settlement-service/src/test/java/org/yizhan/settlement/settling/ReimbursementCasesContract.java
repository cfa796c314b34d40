package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.settling.Examples.NOON;
import static org.yizhan.settlement.settling.Examples.PERSON;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.settlement.reimbursement.ReimbursementCases;

/** What every implementation of {@link ReimbursementCases} must do. */
public abstract class ReimbursementCasesContract {

  private ReimbursementCases cases;

  /** Without any case in it. */
  protected abstract ReimbursementCases empty();

  @BeforeEach
  void begin() {
    cases = empty();
  }

  private static ReimbursementCase proposed(int id, String reason) {
    return new ReimbursementCase(
        new UUID(0, id),
        State.PROPOSED,
        PERSON,
        "441600",
        2020,
        1,
        2,
        reason,
        "maker",
        NOON,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  @DisplayName("H10: a case is decided once")
  void isDecidedOnce() {
    var first = proposed(1, "first");
    cases.propose(first);
    cases.propose(proposed(1, "again"));
    assertThat(cases.find(first.caseId())).contains(first);
    assertThat(cases.find(new UUID(0, 9))).isEmpty();
    var rejected = first.decided(State.REJECTED, "checker", NOON.plusDays(1));
    cases.decide(rejected);
    cases.decide(first.decided(State.APPROVED, "other", NOON.plusDays(2)));
    cases.propose(first);
    assertThat(cases.find(first.caseId())).contains(rejected);
    cases.decide(proposed(9, "unknown").decided(State.APPROVED, "checker", NOON));
    assertThat(cases.find(new UUID(0, 9))).isEmpty();
  }

  @Test
  void areReadPageByPage() {
    for (int id : List.of(3, 1, 2)) {
      cases.propose(proposed(id, "case " + id));
    }
    cases.decide(proposed(2, "case 2").decided(State.REJECTED, "checker", NOON));
    assertThat(cases.page(null, null, 2))
        .extracting(ReimbursementCase::caseId)
        .containsExactly(new UUID(0, 1), new UUID(0, 2));
    assertThat(cases.page(null, new UUID(0, 2), 2))
        .extracting(ReimbursementCase::caseId)
        .containsExactly(new UUID(0, 3));
    assertThat(cases.page(State.PROPOSED, null, 2))
        .extracting(ReimbursementCase::caseId)
        .containsExactly(new UUID(0, 1), new UUID(0, 3));
  }
}
