package org.yizhan.settlement.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.simulation.Findings.CapReached;
import org.yizhan.settlement.simulation.Findings.Undecided;

/** Every figure computed by hand. */
class ReplayTest {

  private static final Period YEAR = period("2019-01-01", "2019-12-31");

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  /** 26,845.00 basic, 6,422.50 catastrophic, and 80 % of 8,732.50 = 6,986.00 assistance. */
  private static Bills november() {
    return aBill().of("42000.00").marked("DIBAO").dischargedOn("2019-11-15");
  }

  /** 26,845.00 basic, 10,118.50 catastrophic, and 80 % of 5,036.50 = 4,029.20 assistance. */
  private static Bills december() {
    return aBill().of("42000.00").marked("DIBAO").dischargedOn("2019-12-20");
  }

  private static Findings replay(Map<String, String> overlay, Period period, BenefitYear... years) {
    var replay = new Replay(hash -> LAWS, LAWS.with(overlay), period);
    List.of(years).forEach(replay::add);
    return replay.findings();
  }

  @Test
  @DisplayName("H7: half instead of 80 % costs the fund 2,619.75 less, and nobody else notices")
  void oneRatio() {
    var found =
        replay(
            Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50"),
            YEAR,
            Years.of("P1", november()),
            Years.of("P2", aBill().of("42000.00").dischargedOn("2019-11-20")));
    assertThat(found.people()).isEqualTo(2);
    assertThat(found.settlements()).isEqualTo(2);
    assertThat(found.changed()).isEqualTo(1);
    assertThat(rows(found, Dimension.ALL))
        .containsExactly(
            "ALL BASIC 53690.00 53690.00 0.00",
            "ALL CATASTROPHIC 6422.50 6422.50 0.00",
            "ALL ASSISTANCE 6986.00 4366.25 -2619.75");
    assertThat(rows(found, Dimension.CATEGORY))
        .containsExactly(
            "DIBAO BASIC 26845.00 26845.00 0.00",
            "DIBAO CATASTROPHIC 6422.50 6422.50 0.00",
            "DIBAO ASSISTANCE 6986.00 4366.25 -2619.75",
            "NONE BASIC 26845.00 26845.00 0.00");
    assertThat(rows(found, Dimension.HOSPITAL))
        .contains("H44162100001 ASSISTANCE 6986.00 4366.25 -2619.75");
    assertThat(rows(found, Dimension.COUNTY))
        .contains("441602 ASSISTANCE 6986.00 4366.25 -2619.75");
  }

  @Test
  @DisplayName("H7: a lower yearly cap cuts the second stay, and one person more reaches it")
  void oneCap() {
    var found =
        replay(
            Overlays.assistance("value: 80000", "value: 10000"),
            YEAR,
            Years.of("P1", november(), december()));
    assertThat(found.changed()).isEqualTo(1);
    assertThat(rows(found, Dimension.MONTH))
        .contains(
            "2019-11 ASSISTANCE 6986.00 6986.00 0.00",
            "2019-12 ASSISTANCE 4029.20 3014.00 -1015.20");
    assertThat(found.caps()).containsExactly(new CapReached(Payer.ASSISTANCE, 0, 1));
    assertThat(found.spending())
        .extracting(s -> s.fund() + " " + s.months() + " " + s.mean() + " " + s.mean().difference())
        .last()
        .isEqualTo("ASSISTANCE 2 Effect[before=5507.60, after=5000.00] -507.60");
  }

  @Test
  @DisplayName("what an earlier month used up counts, though only the period is counted")
  void thePeriodCountsAndTheYearIsFolded() {
    var found =
        replay(
            Overlays.assistance("value: 80000", "value: 10000"),
            period("2019-12-01", "2019-12-31"),
            Years.of("P1", november(), december()),
            Years.of("P2", november()));
    assertThat(found.people()).isEqualTo(1);
    assertThat(found.settlements()).isEqualTo(1);
    assertThat(rows(found, Dimension.ALL)).contains("ALL ASSISTANCE 4029.20 3014.00 -1015.20");
  }

  @Test
  @DisplayName("H2, H6, W2: the law in force changes nothing, whoever is replayed")
  void theLawInForceChangesNothing() {
    var found =
        replay(
            Map.of(),
            YEAR,
            Years.of("P1", november(), december(), november()),
            Years.of("P2", aBill().as("RETIRED").of("250000.00").marked("TEKUN", "DIBAO")),
            Years.of("P3", aBill().as("ACTIVE").at(Place.UNFILED).of("9999.99").marked("DIBAO")),
            Years.of("P4", aBill().at(Place.FILED).of("3000000.00").marked("REGISTERED_POOR")));
    assertThat(found.settlements()).isEqualTo(6);
    assertThat(found.changed()).isZero();
    assertThat(found.rows()).allMatch(row -> row.effect().difference().equals("0.00"));
    assertThat(found.by(Dimension.CATEGORY)).anyMatch(row -> row.key().equals("DIBAO+TEKUN"));
    assertThat(found.caps()).isNotEmpty().allMatch(cap -> cap.before() == cap.after());
  }

  @Test
  @DisplayName("H7: what the trial parameters cannot decide stays as it was, and is counted")
  void aMissingParameter() {
    var found =
        replay(
            Overlays.assistance("from: 2019-07-01", "from: 2019-12-01"),
            YEAR,
            Years.of("P1", november(), december()));
    assertThat(found.undecided()).extracting(Undecided::settlements).containsExactly(1L);
    assertThat(found.undecided().getFirst().parameter()).startsWith("441600/assistance/");
    assertThat(found.changed()).isZero();
  }

  @Test
  @DisplayName("H7: a cancelled stay is not counted, and leaves its cap to the others")
  void aCancelledClaim() {
    var both = Years.of("P1", november(), december());
    var first = both.claims().getFirst();
    var cancelled = new Standing.Cancelled(new UUID(0, 1));
    var left =
        new Refolding(hash -> LAWS)
            .fold(both, claim -> claim.equals(first) ? cancelled : Standing.AS_DECIDED)
            .year();
    var found = replay(Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50"), YEAR, left);
    assertThat(found.settlements()).isEqualTo(1);
    assertThat(rows(found, Dimension.MONTH))
        .contains("2019-12 ASSISTANCE 6986.00 4366.25 -2619.75")
        .noneMatch(row -> row.startsWith("2019-11"));
  }

  @Test
  @DisplayName("H7: what was decided is told by the law that decided it")
  void theLawHasChangedSince() {
    var then = LAWS.with(Overlays.assistance("value: 80000", "value: 10000"));
    var year = Years.of("P1", november().under(then), december().under(then));
    var replay =
        new Replay(hash -> hash.equals(LAWS.hash()) ? LAWS : then, LAWS.with(Map.of()), YEAR);
    replay.add(year);
    assertThat(replay.findings().caps()).containsExactly(new CapReached(Payer.ASSISTANCE, 1, 0));
    assertThat(rows(replay.findings(), Dimension.MONTH))
        .contains("2019-12 ASSISTANCE 3014.00 4029.20 1015.20");
  }

  @Test
  void partsAddUpToTheWhole() {
    var overlay = Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50");
    var one = Years.of("P1", november(), december());
    var other = Years.of("P2", december(), aBill().of("700.01"));
    assertThat(replay(overlay, YEAR, one).plus(replay(overlay, YEAR, other)))
        .isEqualTo(replay(overlay, YEAR, one, other));
  }

  private static List<String> rows(Findings found, Dimension dimension) {
    return found.by(dimension).stream()
        .map(
            row ->
                "%s %s %s %s %s"
                    .formatted(
                        row.key(),
                        row.payer(),
                        row.effect().before(),
                        row.effect().after(),
                        row.effect().difference()))
        .toList();
  }
}
