package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;

/** The published revisions as they went out, and the refused cancellations. */
public interface Revisions {

  /** The bytes of the event as published; empty while it was not. */
  Optional<byte[]> find(UUID revisionId);

  /** Those that speak of a settlement, oldest first. */
  List<Published> of(UUID settlementId);

  /**
   * @param cause tells the type of the event
   */
  record Published(Cause cause, byte[] event) {}

  /** One that is known stays as it is. */
  void keep(Collection<Kept> published);

  Optional<CancellationRefused> refusalOf(UUID commandId);

  void keepRefusal(CancellationRefused refusal);

  /**
   * @param revisedAt orders the revisions of a settlement
   * @param settlementIds those it speaks of
   */
  record Kept(
      UUID revisionId,
      Cause cause,
      OffsetDateTime revisedAt,
      List<UUID> settlementIds,
      byte[] event) {

    static Kept of(YearRevision revised, byte[] event) {
      var settlementIds =
          revised.revisions().stream()
              .map(revision -> revision.settlement().settlementId())
              .toList();
      return new Kept(
          revised.revisionId(), revised.cause(), revised.revisedAt(), settlementIds, event);
    }
  }
}
