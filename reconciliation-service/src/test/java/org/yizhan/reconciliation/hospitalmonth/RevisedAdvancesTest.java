package org.yizhan.reconciliation.hospitalmonth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine.Revised;
import org.yizhan.testing.ASettlement;

class RevisedAdvancesTest {

  private static final HospitalMonth NOVEMBER = monthOf("H44160200001", "2026-11");
  private static final HospitalMonth DECEMBER = monthOf("H44160200001", "2026-12");

  private final CollectingAdvances collecting = new CollectingAdvances(ZoneId.of("Asia/Shanghai"));
  private final ASettlement november =
      aSettlement(new UUID(0, 1)).share(Payer.BASIC, "40.00").share(Payer.ASSISTANCE, "5.00");

  /** A later one of the same year: the deductible moves to it, at another hospital. */
  private final Revision later =
      new Revision(
          aSettlement(new UUID(0, 2))
              .at("H44160200002")
              .share(Payer.BASIC, "45.00")
              .paidByThePatient("55.00")
              .standing(),
          aSettlement(new UUID(0, 2))
              .at("H44160200002")
              .share(Payer.BASIC, "30.00")
              .share(Payer.ASSISTANCE, "2.50")
              .paidByThePatient("67.50")
              .standing());

  @Test
  @DisplayName("H21: what is settled and cancelled in one month nets to zero in it")
  void aCancellationInTheSameMonthNetsToZero() {
    assertThat(totals(november.settled(), november.cancelledOn("2026-11-30")))
        .isEqualTo(
            Map.of(
                NOVEMBER,
                new MonthTotals(
                    2,
                    NetAmount.ZERO,
                    Map.of(Payer.BASIC, NetAmount.ZERO, Payer.ASSISTANCE, NetAmount.ZERO),
                    NetAmount.ZERO)));
  }

  @Test
  @DisplayName("H21: a cancellation in a later month makes that month negative, never the old one")
  void aCancellationInALaterMonthLeavesTheOldOneAlone() {
    var totals = totals(november.settled(), november.cancelledOn("2026-12-01"));
    assertThat(totals).containsOnlyKeys(NOVEMBER, DECEMBER);
    assertThat(totals).containsEntry(NOVEMBER, totals(november.settled()).get(NOVEMBER));
    assertThat(totals.get(DECEMBER))
        .hasToString(
            "MonthTotals[count=1, total=-145.00, advances={BASIC=-40.00, ASSISTANCE=-5.00},"
                + " patient=-100.00]");
  }

  @Test
  @DisplayName("H21: the month in Shanghai of the day the revision was received decides")
  void theBookingDateOfTheRevisionDecides() {
    var midnight = OffsetDateTime.parse("2026-11-30T16:00:00Z");
    var event = november.cancelledOn("2026-11-30");
    var received =
        new SettlementEvent.ClaimsRevised(
            event.revisionId(),
            event.commandId(),
            event.cause(),
            event.reason(),
            midnight,
            midnight,
            event.revisions());
    assertThat(collecting.advancesOf(received)).extracting(Advance::month).containsOnly(DECEMBER);
  }

  @Test
  @DisplayName("H23(3): an adjustment takes back the old line and states the new one")
  void anAdjustmentGivesTwoLines() {
    var event = november.cancelledOn("2026-12-01", later);
    var adjusted = collecting.advancesOf(event).subList(1, 3);
    assertThat(adjusted)
        .extracting(Advance::month)
        .containsOnly(monthOf("H44160200002", "2026-12"));
    var before = adjusted.getFirst().line();
    var after = adjusted.getLast().line();
    assertThat(before.reversal()).isTrue();
    assertThat(before.advances()).hasToString("{BASIC=45.00}");
    assertThat(after.reversal()).isFalse();
    assertThat(after.advances()).hasToString("{BASIC=30.00, ASSISTANCE=2.50}");
    assertThat(MonthTotals.of(before).plus(MonthTotals.of(after)))
        .hasToString(
            "MonthTotals[count=2, total=0.00, advances={BASIC=-15.00, ASSISTANCE=2.50},"
                + " patient=12.50]");
  }

  @Test
  @DisplayName("H23(3): a line that a revision adds says which and why")
  void linesSayWhatAddedThem() {
    var event = november.cancelledOn("2026-12-01", later);
    var at = OffsetDateTime.parse("2026-12-01T12:00:01+08:00");
    assertThat(collecting.advancesOf(event))
        .extracting(advance -> advance.line().revised())
        .containsOnly(
            new Revised(event.revisionId(), Cause.CANCELLATION, "discharged by mistake", at));
    assertThat(collecting.advancesOf(event))
        .extracting(advance -> advance.line().enteredAt())
        .containsOnly(at);
    assertThat(collecting.advancesOf(november.settled()).getFirst().line().revised()).isNull();
  }

  @Test
  void lineIdsFollowFromTheirCause() {
    var event = november.cancelledOn("2026-12-01", later);
    var id = new UUID(0, 2);
    assertThat(Stream.of(november.settled(), event).flatMap(this::lines))
        .extracting(AdvanceLine::lineId)
        .containsExactly(
            new UUID(0, 1),
            DerivedId.of("revision-line", event.revisionId(), new UUID(0, 1), "before"),
            DerivedId.of("revision-line", event.revisionId(), id, "before"),
            DerivedId.of("revision-line", event.revisionId(), id, "after"));
    assertThat(new HashSet<>(collecting.advancesOf(event)))
        .as("the same event says the same lines")
        .isEqualTo(new HashSet<>(collecting.advancesOf(event)));
  }

  @Test
  void sumsThatOverflowThrow() {
    var most = new NetAmount(Long.MIN_VALUE);
    assertThatThrownBy(() -> most.plus(new NetAmount(-1))).isInstanceOf(ArithmeticException.class);
    assertThat(new NetAmount(-5)).hasToString("-0.05");
  }

  private Stream<AdvanceLine> lines(SettlementEvent event) {
    return collecting.advancesOf(event).stream().map(Advance::line);
  }

  private Map<HospitalMonth, MonthTotals> totals(SettlementEvent... events) {
    var totals = new HashMap<HospitalMonth, MonthTotals>();
    Stream.of(events)
        .flatMap(event -> collecting.advancesOf(event).stream())
        .forEach(
            advance ->
                totals.merge(advance.month(), MonthTotals.of(advance.line()), MonthTotals::plus));
    return totals;
  }

  private static HospitalMonth monthOf(String hospitalCode, String month) {
    return new HospitalMonth(hospitalCode, YearMonth.parse(month));
  }
}
