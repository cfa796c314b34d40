package org.yizhan.settlement.web;

import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;

/** Reads settlements from the bytes that were published, so that every reader sees the same. */
public final class PublishedEvents {

  private final EventTypes<SettlementEvent> events;

  public PublishedEvents(EventTypes<SettlementEvent> events) {
    this.events = events;
  }

  public ClaimsRevised revisedIn(byte[] event) {
    return (ClaimsRevised) events.read("claims-revised.v1", event);
  }

  Settlement settlementOf(byte[] event) {
    return ((ClaimSettled) events.read("claim-settled.v1", event)).settlement();
  }
}
