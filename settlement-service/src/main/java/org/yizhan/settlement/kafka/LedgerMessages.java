package org.yizhan.settlement.kafka;

import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.BatchHandler;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.settlement.simulation.Runways;

/** How long prepaid money lasts, for whoever asks what another law would do to it (W6). */
public final class LedgerMessages implements BatchHandler<LedgerEvent> {

  private final Runways runways;

  public LedgerMessages(Runways runways) {
    this.runways = runways;
  }

  @Override
  public Reaction handle(Batch<LedgerEvent> batch) {
    runways.keep(
        batch.records().stream()
            .map(Inbound::event)
            .filter(RunwayForecast.class::isInstance)
            .map(RunwayForecast.class::cast)
            .toList());
    return Reaction.NOTHING;
  }
}
