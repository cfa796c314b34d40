package org.yizhan.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.SettlementEvent.Portion;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;

class RecoveryEntriesTest {

  private static final UUID CASE = new UUID(0, 3);
  private static final UUID FIRST = new UUID(0, 11);
  private static final UUID SECOND = new UUID(0, 12);

  private final SettlementEntries entries = new SettlementEntries(ZoneId.of("Asia/Shanghai"));

  private static RecoveryReturned returned(Payer payer) {
    return new RecoveryReturned(
        new UUID(0, 5),
        CASE,
        new UUID(0, 6),
        "P1",
        "441600",
        payer,
        Money.of("50.00"),
        LocalDate.parse("2026-11-30"),
        "slip-1",
        "clerk-5",
        OffsetDateTime.parse("2026-12-02T00:30:00+08:00"),
        List.of(
            new Portion(FIRST, "441602", Money.of("30.00")),
            new Portion(SECOND, "441625", Money.of("20.00"))));
  }

  private List<String> postings(Payer payer) {
    return entries.entriesFor(returned(payer)).stream()
        .map(entry -> entry.fund() + " " + entry.book() + " " + entry.postings())
        .toList();
  }

  @Test
  @DisplayName("H10: what comes back is on the fiscal account 1003, and its county has spent less")
  void comesBackToTheFiscalAccount() {
    assertThat(postings(Payer.ASSISTANCE))
        .containsExactly(
            "ASSISTANCE CASH [Posting[debit=1003,"
                + " credit=5001[county=441602,purpose=manual], amount=30.00]]",
            "ASSISTANCE CASH [Posting[debit=1003,"
                + " credit=5001[county=441625,purpose=manual], amount=20.00]]");
    assertThat(postings(Payer.CATASTROPHIC).getFirst()).contains("credit=5101[county=441602");
  }

  @Test
  void namesItsSettlementItsCaseAndTheDayOfTheRecord() {
    var both = entries.entriesFor(returned(Payer.BASIC));
    assertThat(both).extracting(JournalEntry::cause).containsExactly(FIRST, SECOND);
    assertThat(both).extracting(JournalEntry::id).doesNotHaveDuplicates();
    assertThat(both)
        .allSatisfy(
            entry -> {
              assertThat(entry.correction()).isEqualTo(new Correction(CASE, null));
              assertThat(entry.bookedOn()).isEqualTo(LocalDate.parse("2026-12-02"));
              assertThat(entry.reason()).isEqualTo("recovery-returned");
            });
    assertThat(entries.entriesFor(returned(Payer.BASIC))).isEqualTo(both);
  }

  @Test
  @DisplayName("W3: what insurer and district bureau get back is in no book of ours")
  void insurersAndDistrictsGetTheirsBackThemselves() {
    assertThat(postings(Payer.POVERTY)).isEmpty();
    assertThat(postings(Payer.SPECIAL_CARE)).isEmpty();
  }
}
