package org.yizhan.settlement.bill;

import static org.yizhan.contracts.Money.MAX_ON_A_BILL;

import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;

/**
 * What a sender is told: the field, its value, the rule it breaks, and what to do. Never a citizen
 * ID or a name.
 */
public final class Refusals {

  private Refusals() {}

  static Problem partsDoNotAddUp(Discharge discharge) {
    var bill = discharge.command().amounts();
    return Problem.of(
        422,
        "parts-do-not-add-up",
        "The parts of the bill do not add up to its total",
        "The four parts add up to %s, the total is %s. Correct the amounts and send the discharge again."
            .formatted(bill.sumOfParts(), bill.total()),
        new FieldError(
            "amounts.total",
            bill.total().toString(),
            "must equal fullSelfPay + overLimit + priorSelfPay + inPolicy"));
  }

  static Problem amountTooLarge(Discharge discharge) {
    var total = discharge.command().amounts().total();
    return Problem.of(
        422,
        "amount-too-large",
        "The bill is larger than any bill can be",
        "The total of %s exceeds %s. Amounts are in yuan: correct them and send the discharge again."
            .formatted(total, MAX_ON_A_BILL),
        new FieldError("amounts.total", total.toString(), "must not exceed " + MAX_ON_A_BILL));
  }

  static Problem dischargeBeforeAdmission(Discharge discharge) {
    var command = discharge.command();
    return Problem.of(
        422,
        "discharge-before-admission",
        "The discharge lies before the admission",
        "The patient cannot leave on %s after an admission on %s. Correct the dates and send the discharge again."
            .formatted(command.dischargeDate(), command.admissionDate()),
        new FieldError(
            "dischargeDate",
            command.dischargeDate().toString(),
            "must not lie before admissionDate, " + command.admissionDate()));
  }

  static Problem unknownPerson(Admission admission) {
    var person = admission.personNumber();
    return Problem.of(
        404,
        "unknown-person",
        "The person is not known",
        "Nothing is known of person %s. Check the number, or ask the agency to enrol the person."
            .formatted(person),
        new FieldError("personNumber", person, "must be a person that an agency has announced"));
  }

  /** One human, one year: what is paid under two numbers would pass every cap. */
  static Problem personMerged(Admission admission) {
    var person = admission.personNumber();
    var coverage = admission.facts().coverage();
    var stays = coverage == null ? null : coverage.mergedInto();
    return Problem.of(
        422,
        "person-merged",
        "The person has another number now",
        "Person %s was merged into person %s. Send the discharge again with that number, or with the citizen ID."
            .formatted(person, stays),
        new FieldError("personNumber", person, "must be the number that stays, " + stays));
  }

  static Problem unknownHospital(Admission admission) {
    var hospital = admission.hospitalCode();
    return Problem.of(
        404,
        "unknown-hospital",
        "The hospital is not known",
        "No hospital is registered as %s. Check the code, or ask the agency to register the hospital."
            .formatted(hospital),
        new FieldError("hospitalCode", hospital, "must be a registered hospital"));
  }

  static Problem hospitalNotDesignated(Admission admission) {
    return Problem.of(
        422,
        "hospital-not-designated",
        "The hospital was not designated on the admission date",
        "Hospital %s was not designated on %s. Check the admission date, or ask the agency about the designation."
            .formatted(admission.hospitalCode(), admission.admissionDate()),
        new FieldError(
            "hospitalCode",
            admission.hospitalCode(),
            "must be designated on the admission date, " + admission.admissionDate()));
  }

  static Problem notEnrolled(Admission admission) {
    return Problem.of(
        422,
        "not-enrolled",
        "The person was not enrolled on the admission date",
        "Person %s had no basic insurance on %s. Check the admission date, or ask the agency about the enrolment."
            .formatted(admission.personNumber(), admission.admissionDate()),
        new FieldError(
            "admissionDate",
            admission.admissionDate().toString(),
            "must be a day on which the person is enrolled"));
  }

  static Problem employmentStatusMissing(Admission admission) {
    return Problem.of(
        422,
        "employment-status-missing",
        "The enrolment does not say whether the employee has retired",
        "The enrolment of person %s as an employee has no status. Ask the agency to send it again with one."
            .formatted(admission.personNumber()),
        new FieldError("enrolment.status", null, "must be ACTIVE or RETIRED for an employee"));
  }

  static Problem cityWithoutLaw(Admission admission) {
    var city = admission.enrolment() == null ? null : admission.enrolment().city();
    return Problem.of(
        422,
        "city-without-law",
        "There are no parameters for the person's city",
        "Person %s is enrolled in city %s, whose rules are not known here. Have the bill settled by that city."
            .formatted(admission.personNumber(), city),
        new FieldError("enrolment.city", city, "must be a city with parameters"));
  }

  static Problem dischargeBeforeChainStart(Discharge discharge) {
    var day = discharge.command().dischargeDate();
    var start = discharge.chainStart().map(Object::toString).orElse("a later day");
    return Problem.of(
        422,
        "discharge-before-chain-start",
        "The discharge lies before one-stop settlement began",
        "One-stop settlement starts with discharges on %s, this one was on %s. Have the bill reimbursed manually."
            .formatted(start, day),
        new FieldError("dischargeDate", day.toString(), "must not lie before " + start));
  }

  /** The law has no number for a value that this bill needs: nothing is paid on a guess. */
  public static Problem parameterMissing(MissingParameter missing) {
    return Problem.of(
        422,
        "parameter-missing",
        "A parameter of the law is missing",
        String.valueOf(missing.getMessage()) + " Then send the discharge again.",
        new FieldError(
            "dischargeDate",
            missing.day().toString(),
            "the parameter " + missing.parameter() + " must have a value on this day"));
  }
}
