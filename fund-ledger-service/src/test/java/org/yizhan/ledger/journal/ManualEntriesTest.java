package org.yizhan.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.ledger.ASettlement.aSettlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.ledger.ASettlement;

class ManualEntriesTest {

  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000002a");

  private final SettlementEntries entries = new SettlementEntries(ZoneId.of("Asia/Shanghai"));

  private List<JournalEntry> entriesFor(ASettlement before, ASettlement after) {
    var receivedAt = OffsetDateTime.parse("2026-12-02T09:00:00+08:00");
    return entries.entriesFor(
        new ClaimsReimbursed(
            new UUID(0, 3),
            new UUID(0, 4),
            Cause.LATE_KNOWLEDGE,
            "mark came late",
            "clerk-7",
            "clerk-9",
            receivedAt,
            receivedAt,
            List.of(new Revision(before.standing(), after.standing()))));
  }

  @Test
  @DisplayName("H10: a manual reimbursement is paid from the fiscal account 1003, never from 1004")
  void isSpentFromTheFiscalAccount() {
    var before = aSettlement(ID).share(Payer.CATASTROPHIC, "10.00").share(Payer.ASSISTANCE, "0.00");
    var after =
        aSettlement(ID)
            .share(Payer.CATASTROPHIC, "30.00", "441625", null)
            .share(Payer.ASSISTANCE, "50.00", "441625", null);
    assertThat(entriesFor(before, after))
        .extracting(entry -> entry.fund() + " " + entry.book() + " " + entry.postings().getFirst())
        .containsExactly(
            "CATASTROPHIC CASH Posting[debit=5101[county=441625,purpose=manual], credit=1003,"
                + " amount=20.00]",
            "ASSISTANCE CASH Posting[debit=5001[county=441625,purpose=manual], credit=1003,"
                + " amount=50.00]");
    assertThat(entriesFor(before, after))
        .extracting(JournalEntry::bookedOn)
        .containsOnly(LocalDate.parse("2026-12-02"));
  }

  @Test
  @DisplayName("H10: what one-stop paid too much is recovered first and booked then")
  void whatIsToBeRecoveredIsNotBookedYet() {
    assertThat(
            entriesFor(
                aSettlement(ID).share(Payer.ASSISTANCE, "50.00"),
                aSettlement(ID).share(Payer.ASSISTANCE, "20.00")))
        .isEmpty();
  }

  @Test
  @DisplayName("W3: the district bureau reimburses the special-care subsidy, in no book of ours")
  void districtsAndInsurersPayThemselves() {
    assertThat(
            entriesFor(
                aSettlement(ID).share(Payer.POVERTY, "0.00").share(Payer.SPECIAL_CARE, "0.00"),
                aSettlement(ID).share(Payer.POVERTY, "1.00").share(Payer.SPECIAL_CARE, "2.00")))
        .isEmpty();
  }
}
