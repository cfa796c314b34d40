package org.yizhan.reconciliation.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.BatchHandler;
import org.yizhan.chassis.kafka.Place;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.reconciliation.hospitalmonth.Advance;
import org.yizhan.reconciliation.hospitalmonth.Advances;
import org.yizhan.reconciliation.hospitalmonth.CollectingAdvances;

/** Collects a batch of settlements: two round trips to the store, whatever its size. */
@Component
final class CollectingSettlements implements BatchHandler<SettlementEvent> {

  private final CollectingAdvances collecting;
  private final Advances advances;
  private final MeterRegistry meters;

  CollectingSettlements(CollectingAdvances collecting, Advances advances, MeterRegistry meters) {
    this.collecting = collecting;
    this.advances = advances;
    this.meters = meters;
  }

  @Override
  public Reaction handle(Batch<SettlementEvent> batch) {
    var offered = new ArrayList<Advances.Offered>(batch.records().size());
    for (var inbound : batch.records()) {
      for (var advance : collecting.advancesOf(inbound.event())) {
        offered.add(offeredAt(inbound.place(), advance));
      }
    }
    advances.collect(offered).forEach(this::count);
    return Reaction.NOTHING;
  }

  private static Advances.Offered offeredAt(Place place, Advance advance) {
    var partition = place.partition();
    return new Advances.Offered(
        new Advances.Source(partition.topic(), partition.topicId(), partition.number()),
        place.offset(),
        advance);
  }

  /** Counters only rise, so what is taken back has its own. */
  private void count(Advance collected) {
    var line = collected.line();
    var name = line.reversal() ? "yizhan.advances.reversed.fen" : "yizhan.advances.fen";
    line.advances()
        .forEach(
            (payer, amount) -> meters.counter(name, "payer", payer.name()).increment(amount.fen()));
  }
}
