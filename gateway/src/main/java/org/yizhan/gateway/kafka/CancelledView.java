package org.yizhan.gateway.kafka;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;

/**
 * A cancellation as the hospital reads it.
 *
 * @param changes what each payer no longer bears
 * @param adjustments later settlements that came out otherwise with it
 */
record CancelledView(
    UUID settlementId,
    Status status,
    UUID cancellationId,
    String reason,
    OffsetDateTime receivedAt,
    OffsetDateTime cancelledAt,
    List<Change> changes,
    List<Adjustment> adjustments) {

  static CancelledView of(ClaimsRevised revised) {
    var cancelled =
        revised.revisions().stream().filter(Revision::isCancellation).findFirst().orElseThrow();
    Settlement settlement = cancelled.settlement();
    return new CancelledView(
        settlement.settlementId(),
        settlement.status(),
        revised.revisionId(),
        revised.reason(),
        revised.receivedAt(),
        revised.revisedAt(),
        cancelled.changes(),
        revised.revisions().stream()
            .filter(revision -> !revision.isCancellation())
            .map(Adjustment::of)
            .toList());
  }
}
