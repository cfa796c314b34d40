package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.reimbursement.LateFindings;
import org.yizhan.settlement.reimbursement.LateFindings.LateFinding;
import org.yizhan.settlement.reimbursement.LateFindingsInMemory;
import org.yizhan.settlement.reimbursement.Reviewing;
import org.yizhan.settlement.settling.BenefitYears.Change;
import org.yizhan.settlement.settling.BenefitYears.Revising;
import org.yizhan.settlement.settling.BenefitYears.Stored;

@DisplayName("H10, H13: a coverage arrives, whatever the years look like that it speaks of")
class NoticingLateKnowledgeTest {

  private static final Bills IN_2019 = aBill().of("42000.00").dischargedOn("2019-11-15");
  private static final Bills IN_2020 = aBill().of("42000.00").dischargedOn("2020-11-15");

  private final BenefitYears years = new BenefitYearsInMemory(EachWrite.UNNOTICED);
  private final Coverages coverages = new CoveragesInMemory(EachWrite.UNNOTICED);
  private final LateFindings findings = new LateFindingsInMemory();
  private final List<BenefitYear.Key> told = new ArrayList<>();

  @BeforeEach
  void twoYears() {
    store(IN_2019);
    store(IN_2020);
    coverages.keep(List.of(aBill().marked("DIBAO").coverage()));
  }

  private void store(Bills bill) {
    var claim = bill.settledIn(bill.emptyYear()).claim();
    var year = RunningYear.empty(bill.emptyYear().key()).with(claim);
    years.store(List.of(new Change(new Stored(year, 0, Set.of()), Map.of(), Set.of())));
  }

  private void look(LawBook laws) {
    var reviewing = new Reviewing(new Refolding(laws), laws);
    new NoticingLateKnowledge(years, coverages, reviewing, findings, (key, failed) -> told.add(key))
        .look(List.of(Bills.PERSON));
  }

  private static LateFinding finding(Bills bill) {
    return new LateFinding(bill.emptyYear().key(), bill.coverage().eligibilityVersion());
  }

  @Test
  void everyYearThatWouldComeOutOtherwiseIsNoted() {
    look(hash -> LAWS);
    assertThat(findings.page(null, 9)).containsExactly(finding(IN_2019), finding(IN_2020));
    assertThat(told).isEmpty();
  }

  @Test
  void aYearThatDoesNotAddUpIsToldAndNotedAndHidesNoOther() {
    breakTheYearOf(IN_2019);
    look(hash -> LAWS);
    assertThat(findings.page(null, 9)).containsExactly(finding(IN_2019), finding(IN_2020));
    assertThat(told).containsExactly(IN_2019.emptyYear().key());
  }

  @Test
  void aYearWhoseLawIsNotInTheBookIsToldAndNoted() {
    look(
        hash -> {
          throw new IllegalStateException("no parameters with this hash were ever in force");
        });
    assertThat(findings.count()).isEqualTo(2);
    assertThat(told).hasSize(2);
  }

  @Test
  void aYearThatStandsAsDecidedIsForgotten() {
    findings.note(List.of(finding(IN_2020)));
    var unmarked = new CoveragesInMemory(EachWrite.UNNOTICED);
    unmarked.keep(List.of(aBill().coverage()));
    new NoticingLateKnowledge(
            years,
            unmarked,
            new Reviewing(new Refolding(hash -> LAWS), hash -> LAWS),
            findings,
            (key, failed) -> told.add(key))
        .look(List.of(Bills.PERSON));
    assertThat(findings.count()).isZero();
  }

  private void breakTheYearOf(Bills bill) {
    var is = years.findWhole(BenefitYears.idOf(bill.emptyYear().key())).orElseThrow();
    var broken = new BenefitYear(is.key(), is.version() + 1, is.claims(), Accumulators.NONE);
    years.revise(new Revising(is.version(), broken, new UUID(0, 9), new byte[0]));
  }
}
