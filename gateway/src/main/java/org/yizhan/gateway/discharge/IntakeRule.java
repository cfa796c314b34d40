package org.yizhan.gateway.discharge;

import java.util.List;
import java.util.Optional;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;

/**
 * A rule that a well-formed discharge may break and that needs nothing but the discharge;
 * settlement checks the rest.
 */
interface IntakeRule {

  Optional<Problem> refusalOf(Discharge discharge);

  IntakeRule PARTS_ADD_UP =
      discharge ->
          discharge.amounts().addsUp() ? Optional.empty() : Optional.of(partsDoNotAddUp(discharge));

  IntakeRule DISCHARGE_NOT_BEFORE_ADMISSION =
      discharge ->
          discharge.dischargeDate().isBefore(discharge.admissionDate())
              ? Optional.of(dischargeBeforeAdmission(discharge))
              : Optional.empty();

  /** The hospital is told the first refusal only: without a sound bill the rest does not matter. */
  List<IntakeRule> CURRENT = List.of(PARTS_ADD_UP, DISCHARGE_NOT_BEFORE_ADMISSION);

  private static Problem partsDoNotAddUp(Discharge discharge) {
    var bill = discharge.amounts();
    return Problem.of(
        422,
        "parts-do-not-add-up",
        "The parts do not add up",
        "fullSelfPay, overLimit, priorSelfPay and inPolicy add up to %s, the total is %s. Correct the bill and send it again."
            .formatted(bill.sumOfParts(), bill.total()),
        new FieldError(
            "amounts.total",
            bill.total().toString(),
            "must be the sum of the four parts, " + bill.sumOfParts()));
  }

  private static Problem dischargeBeforeAdmission(Discharge discharge) {
    return Problem.of(
        422,
        "discharge-before-admission",
        "Discharge before admission",
        "The discharge on %s is before the admission on %s. Correct the dates and send it again."
            .formatted(discharge.dischargeDate(), discharge.admissionDate()),
        new FieldError(
            "dischargeDate",
            discharge.dischargeDate().toString(),
            "must not be before admissionDate, " + discharge.admissionDate()));
  }
}
