package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of histories of five funds, decided once by themselves and once by a consumer that dies
 * between any two writes. One that fails names its seed; {@code -Dseed=} runs it alone.
 */
@DisplayName(
    "H10, H15, H16, H17, H18, H19, H20, W5, row 18: whatever is asked and whatever dies, the books"
        + " are right")
class FundHistoriesTest {

  /** A few hundred each time; CI asks for more than a thousand. */
  private static final int HISTORIES = Integer.getInteger("histories", 300);

  private static final DecidingFunds DECIDING =
      new DecidingFunds(AFund.LAW, AFund.DAYS, AFund.CHINA);

  @Test
  void holdInEveryHistory() {
    var only = Optional.ofNullable(Long.getLong("seed"));
    var seeds = only.map(LongStream::of).orElseGet(() -> LongStream.range(0, HISTORIES));
    var seen = new TreeMap<String, Integer>();
    seeds.forEach(seed -> run(seed).forEach((kind, n) -> seen.merge(kind, n, Integer::sum)));
    if (only.isEmpty()) {
      assertThat(seen)
          .as("histories in which hardly anything happens prove nothing")
          .containsKeys(
              "BeginDay", "MoveToExpenditure", "MovePrepayment", "PayHospital", "PayManually")
          .containsKeys("ReceiveReturn")
          .containsKeys("PayPremium", "ReceiveAdvance", "ReceiveIncome", "ReceiveRefund")
          .containsKeys("MovePrepayment refused", "PayHospital refused", "PayPremium refused")
          .containsKeys(
              "ReceiveAdvance refused",
              "ReceiveRefund refused",
              "repeated",
              "deaths",
              "held",
              "FUNDED",
              "RUNWAY");
      assertThat(seen.values()).as(seen.toString()).allMatch(times -> times > 0);
    }
  }

  private static Map<String, Integer> run(long seed) {
    try {
      var history = new FundHistory(seed, DECIDING).run();
      int deaths = new FundsUnderFire(seed, history, DECIDING).run();
      history.seen.merge("deaths", deaths, Integer::sum);
      history.states.values().forEach(state -> end(state, history.seen));
      return history.seen;
    } catch (RuntimeException | AssertionError failed) {
      throw new AssertionError("history with -Dseed=" + seed + ": " + failed.getMessage(), failed);
    }
  }

  private static void end(FundState state, Map<String, Integer> seen) {
    seen.merge("held", state.held().size(), Integer::sum);
    state.prepayments().forEach(one -> seen.merge(one.state().name(), 1, Integer::sum));
    state.warnings().forEach(one -> seen.merge(one.cause().name(), 1, Integer::sum));
  }
}
