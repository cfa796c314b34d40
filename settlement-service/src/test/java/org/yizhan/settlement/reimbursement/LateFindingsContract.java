package org.yizhan.settlement.reimbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.reimbursement.LateFindings.LateFinding;
import org.yizhan.settlement.settling.BenefitYears;

/** What every implementation of {@link LateFindings} must do. */
public abstract class LateFindingsContract {

  private LateFindings findings;

  /** Without any finding in it. */
  protected abstract LateFindings empty();

  @BeforeEach
  void begin() {
    findings = empty();
  }

  private static LateFinding finding(int year, long version) {
    return new LateFinding(new BenefitYear.Key("P0123456789ABCDEF", "441600", year), version);
  }

  @Test
  void areReadPageByPageInTheOrderOfTheirYears() {
    findings.note(List.of(finding(2021, 3), finding(2019, 3), finding(2020, 3)));
    assertThat(findings.page(null, 2)).containsExactly(finding(2019, 3), finding(2020, 3));
    var after = BenefitYears.idOf(finding(2020, 3).key());
    assertThat(findings.page(after, 2)).containsExactly(finding(2021, 3));
    assertThat(findings.count()).isEqualTo(3);
  }

  @Test
  void aYearIsNotedOnce() {
    findings.note(List.of(finding(2019, 3)));
    findings.note(List.of(finding(2019, 4)));
    findings.note(List.of());
    assertThat(findings.page(null, 9)).containsExactly(finding(2019, 4));
  }

  @Test
  void whatALaterCoverageHasToldIsNotForgotten() {
    findings.note(List.of(finding(2019, 3), finding(2020, 5)));
    findings.forget(List.of(finding(2019, 4), finding(2020, 4), finding(2021, 4)));
    findings.forget(List.of());
    assertThat(findings.page(null, 9)).containsExactly(finding(2020, 5));
  }
}
