package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.contracts.fund.PrepaymentKind.IN_CITY;
import static org.yizhan.contracts.fund.PrepaymentKind.OFF_SITE_CROSS_PROVINCE;
import static org.yizhan.contracts.fund.PrepaymentKind.OFF_SITE_IN_PROVINCE;
import static org.yizhan.ledger.fund.AFund.HEYUAN;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.ledger.fund.Funds.Decided;
import org.yizhan.ledger.fund.Funds.Kept;
import org.yizhan.ledger.fund.Funds.Moment;
import org.yizhan.ledger.journal.Journal;

/** What every store of funds does. */
public abstract class FundsContract {

  private static final Journal.Source SOURCE = new Journal.Source("fund.commands", "life-1", 3);
  private static final String KEY = "441600/ASSISTANCE";

  /** One that keeps nothing yet. */
  protected abstract Funds funds();

  private static FundState empty() {
    return FundState.empty(HEYUAN, Payer.ASSISTANCE);
  }

  private static Kept kept(FundState before, FundState now, long version) {
    return new Kept(SOURCE, new Moment(before, -1), new Moment(now, 7), version);
  }

  @Test
  @DisplayName("H18, H19, W6: a fund is read as it was kept, whatever it is in the middle of")
  void everythingComesBack() {
    var funds = funds();
    assertThat(funds.find(List.of(KEY))).isEmpty();
    assertThat(funds.find(KEY)).isEmpty();
    var states = List.of(assistance(), poverty(), specialCare());
    funds.keep(states.stream().map(state -> kept(empty(state), state, 0)).toList());
    var keys = states.stream().map(Funds::keyOf).toList();
    var found = funds.find(keys);
    for (var state : states) {
      assertThat(found.get(Funds.keyOf(state))).isEqualTo(kept(empty(state), state, 1));
      assertThat(funds.find(Funds.keyOf(state))).contains(state);
    }
    assertThat(funds.find(List.of(KEY))).containsOnlyKeys(KEY);
  }

  private static FundState empty(FundState state) {
    return FundState.empty(state.city(), state.fund());
  }

  /** With a payment that waits, an open function, a warning and amounts beyond 32 bits. */
  private static FundState assistance() {
    var one =
        AFund.of(HEYUAN, Payer.ASSISTANCE, "2019-02-01")
            .income(Source.BUDGET, "90000000000.01")
            .granted(IN_CITY, "60000000000.00")
            .granted(OFF_SITE_IN_PROVINCE, "100.00")
            .granted(OFF_SITE_CROSS_PROVINCE, "100.00")
            .function(FunctionStep.CONFIRM_RECEIPT)
            .function(FunctionStep.APPLY)
            .function(FunctionStep.OPEN)
            .pay(Purpose.IN_CITY, "441602", "59999999999.99")
            .isDone()
            .until("2019-04-20")
            .payManually("90000000000.00");
    assertThat(one.state().held()).hasSize(1);
    assertThat(one.state().warnings()).hasSize(1);
    return one.state();
  }

  private static FundState poverty() {
    var one = AFund.of(HEYUAN, Payer.POVERTY, "2026-11-30").until("2027-01-02");
    assertThat(one.demandOf("2026-12").missingYear()).isEqualTo(2027);
    return one.state();
  }

  private static FundState specialCare() {
    return AFund.of(AFund.WENZHOU, Payer.SPECIAL_CARE, "2019-10-01")
        .approved(PrepaymentKind.SPECIAL_CARE, "330302", "500.00")
        .advance("330302", "20.00")
        .pay(Purpose.IN_CITY, "330303", "19.99")
        .isDone()
        .until("2019-11-20")
        .state();
  }

  @Test
  @DisplayName("a fund is replaced only by whoever knows how it stands")
  void versions() {
    var funds = funds();
    funds.keep(List.of(kept(empty(), empty(), 0)));
    assertThatThrownBy(() -> funds.keep(List.of(kept(empty(), assistance(), 0))))
        .isInstanceOf(IllegalStateException.class);
    funds.keep(List.of(kept(empty(), assistance(), 1)));
    assertThatThrownBy(() -> funds.keep(List.of(kept(empty(), empty(), 1))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(funds.find(List.of(KEY)).get(KEY)).isEqualTo(kept(empty(), assistance(), 2));
  }

  @Test
  @DisplayName("the first thing said of a command stays")
  void decisions() {
    var funds = funds();
    var done = decided(1, 5, null);
    var refused = decided(2, 6, Refusals.overdrawn("1003", Money.of("9.00"), Money.of("1.00")));
    funds.remember(List.of(done, refused));
    funds.remember(List.of(decided(1, 9, refused.refusal()), decided(3, 10, null)));
    var ids = List.of(done.commandId(), refused.commandId(), new UUID(0, 4));
    assertThat(funds.decided(ids))
        .containsOnlyKeys(done.commandId(), refused.commandId())
        .containsEntry(done.commandId(), done)
        .containsEntry(refused.commandId(), refused);
    assertThat(funds.decided(List.of(new UUID(0, 3)))).hasSize(1);
  }

  private static Decided decided(long id, long offset, @Nullable Problem refusal) {
    return new Decided(new UUID(0, id), KEY, "pay-manually.v1", "abc", SOURCE, offset, refusal);
  }
}
