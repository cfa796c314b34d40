package org.yizhan.settlement.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything but the amounts that decides how a bill is divided.
 *
 * @param offSiteFunctionOpen whether the province had opened the city's off-site function (H19), as
 *     known then; asked only where the city's law has such a clause
 * @param usedElsewhere under other numbers of the same human, null for nothing
 */
public record StayCircumstances(
    CoverageOnStay coverage,
    HospitalOnStay hospital,
    LocalDate admissionDate,
    LocalDate dischargeDate,
    boolean offSiteFunctionOpen,
    @Nullable UsedElsewhere usedElsewhere) {

  /** Of a person who never had another number. */
  public StayCircumstances(
      CoverageOnStay coverage,
      HospitalOnStay hospital,
      LocalDate admissionDate,
      LocalDate dischargeDate,
      boolean offSiteFunctionOpen) {
    this(coverage, hospital, admissionDate, dischargeDate, offSiteFunctionOpen, null);
  }

  public StayCircumstances having(UsedElsewhere used) {
    return new StayCircumstances(
        coverage, hospital, admissionDate, dischargeDate, offSiteFunctionOpen, used);
  }

  /** The same stay by another knowledge of the person. */
  public StayCircumstances knowing(CoverageOnStay known) {
    return new StayCircumstances(
        known, hospital, admissionDate, dischargeDate, offSiteFunctionOpen, usedElsewhere);
  }
}
