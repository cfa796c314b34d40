package org.yizhan.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.testing.ASettlement.aSettlement;

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
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;

class RevisionEntriesTest {

  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000002a");
  private static final UUID REVISION = UUID.fromString("00000000-0000-0000-0000-00000000002b");
  private static final String INSURER = "中国人寿河源分公司";

  private final SettlementEntries entries = new SettlementEntries(ZoneId.of("Asia/Shanghai"));

  private List<JournalEntry> entriesFor(Revision revision) {
    var receivedAt = OffsetDateTime.parse("2026-12-02T09:00:00+08:00");
    return entries.entriesFor(
        new ClaimsRevised(
            REVISION,
            new UUID(1, 1),
            Cause.CANCELLATION,
            "sent by mistake",
            receivedAt,
            receivedAt.plusSeconds(1),
            List.of(revision)));
  }

  private static String text(JournalEntry entry) {
    var text = new StringBuilder(entry.fund() + " " + entry.reason());
    entry
        .postings()
        .forEach(
            posting ->
                text.append(
                    " %s/%s %s".formatted(posting.debit(), posting.credit(), posting.amount())));
    return text.toString();
  }

  @Test
  @DisplayName("H21: a cancelled settlement is reversed by entries that name the first ones")
  void aCancellationTurnsEveryPairRound() {
    var settlement =
        aSettlement(ID)
            .share(Payer.BASIC, "26845.00")
            .share(Payer.CATASTROPHIC, "0.00")
            .share(Payer.POVERTY, "500.00", null, INSURER);
    var posted = entriesFor(new Revision(settlement.standing(), settlement.cancelled()));
    assertThat(posted)
        .extracting(RevisionEntriesTest::text)
        .containsExactly(
            "BASIC settlement-cancelled 2901[hospital=H44160200001]/1901[county=441602] 26845.00",
            "POVERTY settlement-cancelled 2901[hospital=H44160200001]/1901[county=441602,insurer="
                + INSURER
                + "] 500.00");
    var first = entries.entriesFor(settlement.settled());
    assertThat(posted)
        .extracting(JournalEntry::correction)
        .containsExactly(
            new Correction(REVISION, first.get(0).id()),
            new Correction(REVISION, first.get(1).id()));
    assertThat(posted)
        .extracting(JournalEntry::bookedOn)
        .containsOnly(LocalDate.parse("2026-12-02"));
  }

  @Test
  void anAdjustmentPostsTheDifferenceOnly() {
    var before =
        aSettlement(ID)
            .share(Payer.BASIC, "100.00")
            .share(Payer.POVERTY, "0.00")
            .share(Payer.ASSISTANCE, "30.00", "441625", null);
    var after =
        aSettlement(ID)
            .share(Payer.BASIC, "100.00")
            .share(Payer.POVERTY, "12.00", null, INSURER)
            .share(Payer.ASSISTANCE, "20.50", "441625", null);
    assertThat(entriesFor(new Revision(before.standing(), after.standing())))
        .extracting(RevisionEntriesTest::text)
        .containsExactly(
            "POVERTY settlement-adjusted 1901[county=441602,insurer="
                + INSURER
                + "]/2901[hospital=H44160200001] 12.00",
            "ASSISTANCE settlement-adjusted 2901[hospital=H44160200001]/1901[county=441625] 9.50");
  }

  @Test
  void aShareThatAnotherCountyAnswersForNowMovesThereWhole() {
    var before = aSettlement(ID).share(Payer.ASSISTANCE, "30.00", "441625", null);
    var after = aSettlement(ID).share(Payer.ASSISTANCE, "30.00", "441623", null);
    assertThat(entriesFor(new Revision(before.standing(), after.standing())))
        .extracting(RevisionEntriesTest::text)
        .containsExactly(
            "ASSISTANCE settlement-adjusted"
                + " 2901[hospital=H44160200001]/1901[county=441625] 30.00"
                + " 1901[county=441623]/2901[hospital=H44160200001] 30.00");
  }

  @Test
  void aPayerThatHadBorneNothingHasNoEntryToCorrect() {
    var before = aSettlement(ID).share(Payer.POVERTY, "0.00");
    var after = aSettlement(ID).share(Payer.POVERTY, "12.00", null, INSURER);
    assertThat(entriesFor(new Revision(before.standing(), after.standing())))
        .extracting(JournalEntry::correction)
        .containsExactly(new Correction(REVISION, null));
  }
}
