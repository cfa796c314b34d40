package org.yizhan.ledger.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.Dimension;

/**
 * What a manual reimbursement means for the cash books (H10): the fund spends it straight from its
 * fiscal special account, never from the agency's expenditure account. Hospitals advanced nothing,
 * so the memorandum books are silent.
 *
 * <p>Cash books know no claims: what is to be recovered is booked when it comes back, as {@link
 * RecoveryEntries} says. The insurer pays its share itself, and the special-care subsidy is
 * reimbursed by the district bureau (W3): recorded with the case, in no book of ours.
 */
final class ManualEntries {

  static final String BENEFITS = "5001";
  static final String CATASTROPHIC_BENEFITS = "5101";
  private static final String MANUAL = "manual";

  private static final Set<Payer> FUNDS =
      Set.of(Payer.BASIC, Payer.CATASTROPHIC, Payer.SUPPLEMENTARY, Payer.ASSISTANCE);

  private final ClaimsReimbursed reimbursed;
  private final LocalDate bookedOn;

  ManualEntries(ClaimsReimbursed reimbursed, ZoneId zone) {
    this.reimbursed = reimbursed;
    this.bookedOn = reimbursed.receivedAt().atZoneSameInstant(zone).toLocalDate();
  }

  List<JournalEntry> all() {
    return reimbursed.revisions().stream()
        .flatMap(
            revision ->
                revision.changes().stream()
                    .filter(change -> isOurs(change.payer()))
                    .filter(change -> change.after().compareTo(change.before()) > 0)
                    .map(change -> entry(revision, change)))
        .toList();
  }

  private JournalEntry entry(Revision revision, Change change) {
    var settlementId = revision.settlement().settlementId();
    var spending = spending(change.payer(), revision.settlement().countyOf(change.payer()));
    return new JournalEntry(
        DerivedId.of("manual-entry", reimbursed.caseId(), settlementId, change.payer()),
        change.payer(),
        Book.CASH,
        settlementId,
        "manual-reimbursement",
        bookedOn,
        List.of(
            new Posting(
                spending,
                AccountRef.of(PremiumEntries.FISCAL_ACCOUNT),
                change.after().minus(change.before()))),
        new Correction(reimbursed.caseId(), null));
  }

  /** Whether the payer spends from a fund whose books are kept here. */
  static boolean isOurs(Payer payer) {
    return FUNDS.contains(payer);
  }

  /**
   * @param county as in the memorandum books
   */
  static AccountRef spending(Payer payer, String county) {
    return AccountRef.of(payer == Payer.CATASTROPHIC ? CATASTROPHIC_BENEFITS : BENEFITS)
        .with(Dimension.COUNTY, county)
        .with(Dimension.PURPOSE, MANUAL);
  }
}
