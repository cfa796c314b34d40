package org.yizhan.settlement.readjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refold;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.simulation.Overlays;
import org.yizhan.settlement.simulation.Period;
import org.yizhan.settlement.simulation.Years;

/** Every figure computed by hand. */
@DisplayName("H10: a law that reaches back")
class NewLawTest {

  private static final Laws HALF = LAWS.with(Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50"));
  private static final Period YEAR = period("2019-01-01", "2019-12-31");

  private final List<String> missing = new ArrayList<>();

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static LawBook bookWith(Laws law) {
    return hash -> hash.equals(law.hash()) ? law : LAWS;
  }

  private Refold fold(Laws law, BenefitYear year, Period period) {
    return new NewLaw(new Refolding(bookWith(law)), law).fold(year, period, missing::add);
  }

  /** 80 % of 8,732.50 = 6,986.00 assistance in November, of 5,036.50 = 4,029.20 in December. */
  private static BenefitYear twoStays() {
    return Years.of("P1", marked("2019-11-15"), marked("2019-12-20"));
  }

  private static Bills marked(String day) {
    return aBill().of("42000.00").marked("DIBAO").dischargedOn(day);
  }

  private static List<String> sharesOf(Payer payer, BenefitYear year) {
    return year.claims().stream().map(claim -> String.valueOf(claim.shares().get(payer))).toList();
  }

  @Test
  @DisplayName("H7: half instead of 80 % is to be recovered from both stays of the period")
  void decidesTheClaimsOfThePeriod() {
    var refold = fold(HALF, twoStays(), YEAR);
    assertThat(sharesOf(Payer.ASSISTANCE, refold.year())).containsExactly("4366.25", "2518.25");
    assertThat(refold.changed()).hasSize(2);
    assertThat(refold.year().claims())
        .allSatisfy(claim -> assertThat(claim.parameterHash()).isEqualTo(HALF.hash()));
  }

  @Test
  void leavesClaimsOutsideThePeriodToTheLawOfTheirDecision() {
    var year = twoStays();
    var december = fold(HALF, year, period("2019-12-01", "2019-12-31"));
    assertThat(sharesOf(Payer.ASSISTANCE, december.year())).containsExactly("6986.00", "2518.25");
    assertThat(december.year().claims().getFirst()).isEqualTo(year.claims().getFirst());
    assertThat(fold(HALF, year, period("2018-01-01", "2018-12-31")).changed()).isEmpty();
  }

  @Test
  @DisplayName("H5: what the poverty insurer saved in November is there for December")
  void changesALaterClaimOutsideThePeriodByWhatIsUsedUpOnly() {
    var year = Years.of("P1", poor("2019-11-15"), poor("2019-12-20"));
    assertThat(sharesOf(Payer.POVERTY, year)).containsExactly("5987.93", "4012.07"); // the cap
    var tenth =
        LAWS.with(
            Overlays.in("441600/poverty.yaml", "REGISTERED_POOR: 0.30", "REGISTERED_POOR: 0.10"));
    var refold = fold(tenth, year, period("2019-11-01", "2019-11-30"));
    assertThat(sharesOf(Payer.POVERTY, refold.year())).containsExactly("1995.98", "4061.48");
    assertThat(refold.year().claims().getLast().parameterHash()).isEqualTo(LAWS.hash());
    assertThat(refold.changed()).hasSize(2);
  }

  /** 19,959.75 are left to the poverty insurer in November, 13,538.25 in December. */
  private static Bills poor(String day) {
    return aBill().of("150000.00").marked("REGISTERED_POOR").dischargedOn(day);
  }

  @Test
  void affectsNothingOnceItIsAdopted() {
    var year = twoStays();
    var refold = fold(HALF, year, YEAR);
    assertThat(refold.changed()).isNotEmpty();
    var adopted = refold.outsideOneStop().year();
    assertThat(fold(HALF, adopted, YEAR).changed()).isEmpty();
    var unmarked = Years.of("P2", aBill().of("42000.00").dischargedOn("2019-11-15"));
    assertThat(fold(HALF, unmarked, YEAR).changed()).isEmpty();
  }

  @Test
  @DisplayName("H4: a base that grows otherwise is adopted although no share changes yet")
  void affectsWhatTheNextBillSees() {
    var law = LAWS.with(Overlays.in("441600/catastrophic.yaml", "value: yes", "value: no"));
    var year = Years.of("P1", aBill().of("2000.00").dischargedOn("2019-11-15"));
    var refold = fold(law, year, YEAR);
    var changed = refold.changed().getFirst();
    assertThat(changed.is().shares()).isEqualTo(changed.was().shares());
    // 2,000.00 less 845.00 of basic insurance; without the deductible of 700.00 it was 455.00
    assertThat(changed.was().baseIncrement()).hasToString("455.00");
    assertThat(changed.is().baseIncrement()).hasToString("1155.00");
  }

  @Test
  void leavesWhatItHasNoNumberForAsItIsAndNamesIt() {
    var later = LAWS.with(Overlays.assistance("from: 2019-07-01", "from: 2019-12-01"));
    var year = twoStays();
    var refold = fold(later, year, YEAR);
    assertThat(missing).hasSize(1).allMatch(name -> name.startsWith("441600/assistance/"));
    assertThat(refold.changed()).isEmpty();
    assertThat(refold.year().claims().getFirst().parameterHash()).isEqualTo(LAWS.hash());
  }
}
