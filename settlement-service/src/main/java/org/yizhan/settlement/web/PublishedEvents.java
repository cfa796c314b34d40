package org.yizhan.settlement.web;

import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;

/** Reads settlements from the bytes that were published, so that every reader sees the same. */
public final class PublishedEvents {

  private final EventTypes<SettlementEvent> events;

  public PublishedEvents(EventTypes<SettlementEvent> events) {
    this.events = events;
  }

  Settlement settlementOf(byte[] event) {
    return ((ClaimSettled) events.read("claim-settled.v1", event)).settlement();
  }
}
