package org.yizhan.settlement.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;

/**
 * What operators see of settling: how many, how much and how fast per payer, and what is refused.
 */
public final class SettlementMeters {

  private final MeterRegistry registry;
  private final Map<Payer, PayerMeters> payers = new EnumMap<>(Payer.class);

  private record PayerMeters(Counter shares, Counter fen, Timer latency) {}

  public SettlementMeters(MeterRegistry registry) {
    this.registry = registry;
    for (var payer : Payer.values()) {
      payers.put(
          payer,
          new PayerMeters(
              registry.counter("yizhan.shares", "payer", payer.name()),
              registry.counter("yizhan.share.fen", "payer", payer.name()),
              Timer.builder("yizhan.settlement")
                  .description("From the gateway's acceptance to the brokers' acknowledgement")
                  .tag("payer", payer.name())
                  .publishPercentileHistogram()
                  .minimumExpectedValue(Duration.ofMillis(1))
                  .maximumExpectedValue(Duration.ofSeconds(30))
                  .register(registry)));
    }
  }

  void settled(Settlement settlement, OffsetDateTime now) {
    registry.counter("yizhan.settlements", "city", settlement.city()).increment();
    var took = Duration.between(settlement.receivedAt(), now);
    for (var share : settlement.shares()) {
      if (!share.amount().isZero()) {
        var meters = Objects.requireNonNull(payers.get(share.payer()));
        meters.shares().increment();
        meters.fen().increment(share.amount().fen());
        meters.latency().record(took.isNegative() ? Duration.ZERO : took);
      }
    }
  }

  /** Each settlement that came to stand otherwise, by why and whether it stands at all. */
  void revised(YearRevision revised) {
    for (var revision : revised.revisions()) {
      registry
          .counter(
              "yizhan.revisions",
              "cause",
              revised.cause().name(),
              "status",
              revision.settlement().status().name())
          .increment();
    }
  }

  /** By the state that a recovery has come to. */
  void recovered(Recovery recovery) {
    registry.counter("yizhan.recoveries", "state", recovery.state().name()).increment();
  }

  void refused(String code) {
    registry.counter("yizhan.refusals", "code", code).increment();
  }

  void repeated() {
    registry.counter("yizhan.repeats").increment();
  }
}
