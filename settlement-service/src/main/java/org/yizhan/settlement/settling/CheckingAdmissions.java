package org.yizhan.settlement.settling;

import java.time.LocalDate;
import java.util.List;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.settlement.admission.AdmissionCheck;
import org.yizhan.settlement.bill.Admission;
import org.yizhan.settlement.bill.StayFacts;
import org.yizhan.settlement.payerchain.Laws;

/** H9: says at admission how a discharge would find the person; changes nothing. */
public final class CheckingAdmissions {

  private final ReferenceData reference;
  private final Laws laws;

  public CheckingAdmissions(ReferenceData reference, Laws laws) {
    this.reference = reference;
    this.laws = laws;
  }

  /**
   * @param coverage as eligibility has it now, which may be newer than the copy kept here
   */
  public AdmissionCheck check(Coverage coverage, String hospitalCode, LocalDate admissionDate) {
    var facts =
        new StayFacts(
            coverage,
            reference.hospitals(List.of(hospitalCode)).get(hospitalCode),
            reference.citiesWithOpenFunction());
    return AdmissionCheck.of(
        Admission.of(coverage.personNumber(), hospitalCode, admissionDate, facts, laws));
  }
}
