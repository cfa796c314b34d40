package org.yizhan.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.ledger.account.Account.Side;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.ChartOfAccounts;

class SettlementEntriesTest {

  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000002a");

  private final SettlementEntries entries = new SettlementEntries(ZoneId.of("Asia/Shanghai"));

  @Test
  @DisplayName(
      "H8: the hospital has advanced every payer's share, so each payer owes it to the hospital")
  void owesEveryShareToTheHospital() {
    var event =
        aSettlement(ID)
            .at("H44160200001")
            .share(Payer.BASIC, "26845.00")
            .share(Payer.CATASTROPHIC, "0.00")
            .share(Payer.POVERTY, "500.00", null, "中国人寿河源分公司")
            .share(Payer.ASSISTANCE, "5926.80", "441625", null)
            .settled();
    assertThat(entries.entriesFor(event))
        .extracting(SettlementEntriesTest::text)
        .containsExactly(
            "BASIC MEMO 1901[county=441602] 2901[hospital=H44160200001] 26845.00",
            "POVERTY MEMO 1901[county=441602,insurer=中国人寿河源分公司] 2901[hospital=H44160200001] 500.00",
            "ASSISTANCE MEMO 1901[county=441625] 2901[hospital=H44160200001] 5926.80");
  }

  private static String text(JournalEntry entry) {
    var posting = entry.postings().getFirst();
    return "%s %s %s %s %s"
        .formatted(entry.fund(), entry.book(), posting.debit(), posting.credit(), posting.amount());
  }

  @Test
  void haveIdsThatAnAuditorCanComputeFromTheSettlement() {
    var event =
        aSettlement(ID).share(Payer.BASIC, "1.00").share(Payer.ASSISTANCE, "2.00").settled();
    assertThat(entries.entriesFor(event))
        .extracting(JournalEntry::id)
        .containsExactly(
            SettlementEntries.idOf(ID, Payer.BASIC), SettlementEntries.idOf(ID, Payer.ASSISTANCE));
    assertThat(SettlementEntries.voucherOf(event)).isEqualTo(SettlementEntries.voucherOf(ID));
    assertThat(entries.entriesFor(event)).isEqualTo(entries.entriesFor(event));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T23:59:59+08:00, 2026-11-30",
    "2026-12-01T00:00:00+08:00, 2026-12-01",
    // The gateway may write any offset; the day is the one in the zone of the regulations.
    "2026-11-30T15:59:59Z,      2026-11-30",
    "2026-11-30T16:00:00Z,      2026-12-01",
  })
  void areBookedOnTheDayOfReceiptInShanghai(String receivedAt, LocalDate bookedOn) {
    var event = aSettlement().receivedAt(receivedAt).share(Payer.BASIC, "1.00").settled();
    assertThat(entries.entriesFor(event).getFirst().bookedOn()).isEqualTo(bookedOn);
  }

  @Test
  void areNoneForABillThatThePatientPaysWholly() {
    assertThat(entries.entriesFor(aSettlement().share(Payer.BASIC, "0.00").settled())).isEmpty();
    assertThat(entries.entriesFor(new SettlementEvent.Unrecognised())).isEmpty();
  }

  @Test
  void postToAccountsOfTheMemorandumBook() {
    var chart = ChartOfAccounts.load("/chart-of-accounts.yaml");
    assertThat(chart.get(SettlementEntries.RECEIVABLE_FROM_PAYER).book()).isEqualTo(Book.MEMO);
    assertThat(chart.get(SettlementEntries.RECEIVABLE_FROM_PAYER).side()).isEqualTo(Side.DEBIT);
    assertThat(chart.get(SettlementEntries.PAYABLE_TO_HOSPITAL).book()).isEqualTo(Book.MEMO);
    assertThat(chart.get(SettlementEntries.PAYABLE_TO_HOSPITAL).side()).isEqualTo(Side.CREDIT);
  }
}
