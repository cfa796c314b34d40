package org.yizhan.reconciliation.hospitalmonth;

import static java.util.stream.Collectors.toMap;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;

/** H21: each settlement becomes a line of its hospital's month, the month of its booking date. */
public final class CollectingAdvances {

  private final ZoneId zone;

  /**
   * @param zone in which the gateway's time of receipt becomes the booking date
   */
  public CollectingAdvances(ZoneId zone) {
    this.zone = zone;
  }

  public Optional<Advance> advanceOf(SettlementEvent event) {
    return switch (event) {
      case ClaimSettled settled -> Optional.of(advanceOf(settled.settlement()));
      case SettlementEvent.Unrecognised _ -> Optional.empty(); // counted by the edge
    };
  }

  private Advance advanceOf(Settlement settlement) {
    var month = YearMonth.from(settlement.receivedAt().atZoneSameInstant(zone));
    return new Advance(new HospitalMonth(settlement.hospitalCode(), month), lineOf(settlement));
  }

  private AdvanceLine lineOf(Settlement settlement) {
    return new AdvanceLine(
        settlement.settlementId(),
        settlement.encounterId(),
        settlement.maskedId(),
        settlement.category(),
        settlement.scheme(),
        settlement.county(),
        settlement.admissionDate(),
        settlement.dischargeDate(),
        settlement.settledAt().atZoneSameInstant(zone).toOffsetDateTime(),
        settlement.total(),
        settlement.inPolicy(),
        settlement.shares().stream()
            .filter(share -> !share.amount().isZero())
            .collect(toMap(Share::payer, Share::amount)),
        settlement.patient(),
        false,
        settlement.parameters().illustrative());
  }
}
