package org.yizhan.settlement.web;

import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;
import org.yizhan.settlement.settling.Revisions.Published;

/** Reads settlements from the bytes that were published, so that every reader sees the same. */
public final class PublishedEvents {

  private final EventTypes<SettlementEvent> events;

  public PublishedEvents(EventTypes<SettlementEvent> events) {
    this.events = events;
  }

  public ClaimsRevised revisedIn(byte[] event) {
    return (ClaimsRevised) events.read("claims-revised.v1", event);
  }

  public ClaimsReimbursed reimbursedIn(byte[] event) {
    return (ClaimsReimbursed) events.read("claims-reimbursed.v1", event);
  }

  YearRevision revisionIn(Published published) {
    return switch (published.cause()) {
      case CANCELLATION -> revisedIn(published.event());
      case LATE_KNOWLEDGE, NEW_LAW -> reimbursedIn(published.event());
    };
  }

  Settlement settlementOf(byte[] event) {
    return ((ClaimSettled) events.read("claim-settled.v1", event)).settlement();
  }
}
