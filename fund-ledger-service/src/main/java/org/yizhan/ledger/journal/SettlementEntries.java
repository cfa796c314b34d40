package org.yizhan.ledger.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.Dimension;

/**
 * What a settlement means for the memorandum books: the hospital has advanced every payer's share
 * (H8), so each fund owes it to the hospital and has it to come from whoever answers for the money.
 * Every fund has its own books (H16).
 */
public final class SettlementEntries {

  static final String RECEIVABLE_FROM_PAYER = "1901";
  static final String PAYABLE_TO_HOSPITAL = "2901";

  private final ZoneId zone;

  /**
   * @param zone in which the gateway's time of receipt becomes the booking date
   */
  public SettlementEntries(ZoneId zone) {
    this.zone = zone;
  }

  /** One entry per payer with an amount, or with a difference, in chain order. */
  public List<JournalEntry> entriesFor(SettlementEvent event) {
    return switch (event) {
      case ClaimSettled settled -> entriesFor(settled.settlement());
      case ClaimsRevised revised -> new RevisionEntries(revised, zone).all();
      // Cash, which is asked of the fund; the memorandum books are silent.
      case ClaimsReimbursed _, RecoveryReturned _ -> List.of();
      case SettlementEvent.Unrecognised _ -> List.of(); // counted by the edge
    };
  }

  /**
   * The voucher that an event's entries stand on.
   *
   * @throws IllegalArgumentException for an event that causes none
   */
  public static UUID voucherOf(SettlementEvent event) {
    return switch (event) {
      case ClaimSettled settled -> voucherOf(settled.settlement().settlementId());
      case ClaimsRevised revised -> DerivedId.of("revision-voucher", revised.revisionId());
      case ClaimsReimbursed _, RecoveryReturned _, SettlementEvent.Unrecognised _ ->
          throw new IllegalArgumentException("causes no entry: " + event);
    };
  }

  /** The voucher of a settlement's first entries, whether or not there were any. */
  public static UUID voucherOf(UUID settlementId) {
    return DerivedId.of("settlement-voucher", settlementId);
  }

  static UUID idOf(UUID settlementId, Payer payer) {
    return DerivedId.of("memo-entry", settlementId, payer);
  }

  private List<JournalEntry> entriesFor(Settlement settlement) {
    var bookedOn = settlement.receivedAt().atZoneSameInstant(zone).toLocalDate();
    return settlement.shares().stream()
        .filter(share -> !share.amount().isZero())
        .map(share -> entry(settlement, share, bookedOn))
        .toList();
  }

  private static JournalEntry entry(
      Settlement settlement, Settlement.Share share, LocalDate bookedOn) {
    return new JournalEntry(
        idOf(settlement.settlementId(), share.payer()),
        share.payer(),
        Book.MEMO,
        settlement.settlementId(),
        "claim-settled",
        bookedOn,
        List.of(new Posting(receivable(settlement, share), payable(settlement), share.amount())),
        null);
  }

  static AccountRef payable(Settlement settlement) {
    return AccountRef.of(PAYABLE_TO_HOSPITAL).with(Dimension.HOSPITAL, settlement.hospitalCode());
  }

  /** A share that a mark decided is the business of the county that confirmed the mark. */
  static AccountRef receivable(Settlement settlement, Settlement.Share share) {
    var account =
        AccountRef.of(RECEIVABLE_FROM_PAYER)
            .with(Dimension.COUNTY, settlement.countyOf(share.payer()));
    return share.insurer() == null ? account : account.with(Dimension.INSURER, share.insurer());
  }
}
