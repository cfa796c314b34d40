package org.yizhan.reconciliation.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine;
import org.yizhan.reconciliation.hospitalmonth.MonthTotals;
import org.yizhan.reconciliation.hospitalmonth.NetAmount;

/**
 * A line on the wire. The amounts of one that takes back another are below zero, so that whoever
 * adds up the lines gets the totals.
 *
 * @param lineId that of the settlement on its first line
 * @param revisionId what added the line, with its cause, reason and time; null on a settlement's
 *     first line
 */
record LineView(
    UUID lineId,
    UUID settlementId,
    String encounterId,
    String maskedId,
    @Nullable String category,
    Scheme scheme,
    String county,
    LocalDate admissionDate,
    LocalDate dischargeDate,
    OffsetDateTime settledAt,
    NetAmount total,
    NetAmount inPolicy,
    Map<Payer, NetAmount> advances,
    NetAmount patient,
    boolean reversal,
    @Nullable UUID revisionId,
    @Nullable Cause cause,
    @Nullable String reason,
    @Nullable OffsetDateTime revisedAt,
    List<String> illustrative) {

  static LineView of(AdvanceLine line) {
    var amounts = MonthTotals.of(line);
    var revised = line.revised();
    return new LineView(
        line.lineId(),
        line.settlementId(),
        line.encounterId(),
        line.maskedId(),
        line.category(),
        line.scheme(),
        line.county(),
        line.admissionDate(),
        line.dischargeDate(),
        line.settledAt(),
        amounts.total(),
        line.net(line.inPolicy()),
        amounts.advances(),
        amounts.patient(),
        line.reversal(),
        revised == null ? null : revised.revisionId(),
        revised == null ? null : revised.cause(),
        revised == null ? null : revised.reason(),
        revised == null ? null : revised.revisedAt(),
        line.illustrative());
  }
}
