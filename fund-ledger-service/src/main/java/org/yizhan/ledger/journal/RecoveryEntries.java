package org.yizhan.ledger.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.settlement.SettlementEvent.Portion;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;

/**
 * What it means for the cash books that something paid too much has come back (H10): it is money on
 * the fiscal special account again, and the county has spent less. As with {@link ManualEntries},
 * what insurer and district bureau get back is in no book of ours.
 */
final class RecoveryEntries {

  private final RecoveryReturned returned;
  private final LocalDate bookedOn;

  RecoveryEntries(RecoveryReturned returned, ZoneId zone) {
    this.returned = returned;
    this.bookedOn = returned.receivedAt().atZoneSameInstant(zone).toLocalDate();
  }

  List<JournalEntry> all() {
    return ManualEntries.isOurs(returned.payer())
        ? returned.portions().stream().map(this::entry).toList()
        : List.of();
  }

  private JournalEntry entry(Portion portion) {
    return new JournalEntry(
        DerivedId.of("recovery-entry", returned.returnId(), portion.settlementId()),
        returned.payer(),
        Book.CASH,
        portion.settlementId(),
        "recovery-returned",
        bookedOn,
        List.of(posting(portion)),
        new Correction(returned.caseId(), null));
  }

  private Posting posting(Portion portion) {
    return new Posting(
        AccountRef.of(PremiumEntries.FISCAL_ACCOUNT),
        ManualEntries.spending(returned.payer(), portion.county()),
        portion.amount());
  }
}
