package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.settlement.benefityear.Oracle.Law;
import org.yizhan.settlement.settling.World.InForce;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of histories of a few persons. One that fails names its seed; {@code -Dseed=} runs it
 * alone.
 */
@DisplayName("H7, H10, H14, W1, W3: whatever happens in whatever order, the year is as it must be")
class RandomHistoriesTest {

  /** A few hundred each time; CI asks for thousands. */
  private static final int HISTORIES = Integer.getInteger("histories", 400);

  private static final EventTypes<SettlementEvent> EVENTS =
      EventTypes.of(
          SettlementEvent.class,
          JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build());

  private static final String RESIDENT_H = "{ level-1: 0.90, level-2: 0.75, level-3: 0.65 }";
  private static final String RESIDENT_W = "{ level-1: 0.90, level-2: 0.80, level-3: 0.70 }";

  private static final List<InForce> OVER_TIME =
      List.of(
          new InForce(LAWS, Law.OF_TODAY),
          amended("441600/assistance.yaml", "0.80", "0.75", "value: 80000", "value: 60000")
              .meaning("H ASSISTANCE IN PART", "75 60000"),
          amended(
                  "441600/basic.yaml",
                  RESIDENT_H,
                  "{ level-1: 0.80, level-2: 0.70, level-3: 0.60 }")
              .meaning("H RESIDENT", "80 70 60 55 55 55 45 45 45"),
          amended("441600/basic.yaml", "value: 200000", "value: 120000")
              .meaning("H BASIC CAP", "120000"),
          amended(
                  "330300/basic.yaml",
                  RESIDENT_W,
                  "{ level-1: 0.80, level-2: 0.70, level-3: 0.60 }")
              .meaning("W RESIDENT", "80 70 60 50 50 50 40 40 40"),
          amended("330300/assistance.yaml", "DIBAO: 0.80", "DIBAO: 0.85")
              .meaning("W ASSISTANCE DIBAO", "85 80000"));

  private record Amended(String file, String text) {

    InForce meaning(String about, String says) {
      return new InForce(LAWS.with(Map.of(file, text)), new Law(Map.of(about, says)));
    }
  }

  private static Amended amended(String file, String... replaced) {
    var text = String.valueOf(LAWS.parameters().files().get(file));
    for (int i = 0; i < replaced.length; i += 2) {
      assertThat(text).contains(replaced[i]);
      text = text.replace(replaced[i], replaced[i + 1]);
    }
    return new Amended(file, text);
  }

  @Test
  void holdInEveryHistory() {
    var only = Optional.ofNullable(Long.getLong("seed"));
    var seeds = only.map(LongStream::of).orElseGet(() -> LongStream.range(0, HISTORIES));
    var seen = new TreeMap<String, Integer>();
    seeds.forEach(seed -> run(seed).forEach((kind, n) -> seen.merge(kind, n, Integer::sum)));
    if (only.isEmpty()) {
      assertThat(seen).as("histories in which hardly anything happens prove nothing").hasSize(32);
      assertThat(seen.values()).as(seen.toString()).allMatch(times -> times > 0);
    }
  }

  private static Map<String, Integer> run(long seed) {
    try {
      return new History(seed, OVER_TIME, EVENTS).run();
    } catch (RuntimeException | AssertionError failed) {
      throw new AssertionError("history with -Dseed=" + seed + ": " + failed.getMessage(), failed);
    }
  }
}
