package org.yizhan.reconciliation.hospitalmonth;

import static java.util.stream.Collectors.toMap;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine.Revised;

/**
 * H21: each settlement becomes a line of its hospital's month, the month of its booking date. A
 * revision corrects by adding, in the month of its own booking date: a month that was handed in is
 * never changed.
 */
public final class CollectingAdvances {

  private final ZoneId zone;

  /**
   * @param zone in which the gateway's time of receipt becomes the booking date
   */
  public CollectingAdvances(ZoneId zone) {
    this.zone = zone;
  }

  public List<Advance> advancesOf(SettlementEvent event) {
    return switch (event) {
      case ClaimSettled settled -> List.of(advanceOf(settled.settlement()));
      case ClaimsRevised revised ->
          revised.revisions().stream().flatMap(revision -> advancesOf(revised, revision)).toList();
      case ClaimsReimbursed _, RecoveryReturned _ ->
          List.of(); // W3: settled outside one-stop, never mixed with it
      case SettlementEvent.Unrecognised _ -> List.of(); // counted by the edge
    };
  }

  private Advance advanceOf(Settlement settlement) {
    return new Advance(
        monthOf(settlement, settlement.receivedAt()), lineOf(settlement, false, null));
  }

  private Stream<Advance> advancesOf(ClaimsRevised event, Revision revision) {
    var month = monthOf(revision.settlement(), event.receivedAt());
    var revised =
        new Revised(event.revisionId(), event.cause(), event.reason(), inZone(event.revisedAt()));
    var before = new Advance(month, lineOf(revision.before(), true, revised));
    return revision.isCancellation()
        ? Stream.of(before)
        : Stream.of(before, new Advance(month, lineOf(revision.settlement(), false, revised)));
  }

  private HospitalMonth monthOf(Settlement settlement, OffsetDateTime receivedAt) {
    return new HospitalMonth(settlement.hospitalCode(), YearMonth.from(inZone(receivedAt)));
  }

  private OffsetDateTime inZone(OffsetDateTime time) {
    return time.atZoneSameInstant(zone).toOffsetDateTime();
  }

  private AdvanceLine lineOf(Settlement settlement, boolean reversal, @Nullable Revised revised) {
    return new AdvanceLine(
        settlement.settlementId(),
        settlement.encounterId(),
        settlement.maskedId(),
        settlement.category(),
        settlement.scheme(),
        settlement.county(),
        settlement.admissionDate(),
        settlement.dischargeDate(),
        inZone(settlement.settledAt()),
        settlement.total(),
        settlement.inPolicy(),
        settlement.shares().stream()
            .filter(share -> !share.amount().isZero())
            .collect(toMap(Share::payer, Share::amount)),
        settlement.patient(),
        reversal,
        revised,
        settlement.parameters().illustrative());
  }
}
