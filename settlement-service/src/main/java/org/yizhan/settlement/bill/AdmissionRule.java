package org.yizhan.settlement.bill;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Scheme;

/** A rule that a stay must keep on the day it begins, whatever is billed for it later. */
@FunctionalInterface
interface AdmissionRule {

  Optional<Problem> refusalOf(Admission admission);

  AdmissionRule PERSON_KNOWN =
      unless(admission -> admission.facts().coverage() != null, Refusals::unknownPerson);

  AdmissionRule PERSON_STAYS = unless(AdmissionRule::stays, Refusals::personMerged);

  AdmissionRule HOSPITAL_KNOWN =
      unless(admission -> admission.facts().hospital() != null, Refusals::unknownHospital);

  AdmissionRule HOSPITAL_DESIGNATED =
      unless(admission -> admission.hospital() != null, Refusals::hospitalNotDesignated);

  AdmissionRule ENROLLED =
      unless(admission -> admission.enrolment() != null, Refusals::notEnrolled);

  AdmissionRule EMPLOYMENT_STATED =
      unless(AdmissionRule::statesEmployment, Refusals::employmentStatusMissing);

  AdmissionRule CITY_HAS_LAW =
      unless(admission -> admission.chain() != null, Refusals::cityWithoutLaw);

  /** First what is known of person and hospital, then what the law says. */
  List<AdmissionRule> IN_ORDER =
      List.of(
          PERSON_KNOWN,
          PERSON_STAYS,
          HOSPITAL_KNOWN,
          HOSPITAL_DESIGNATED,
          ENROLLED,
          EMPLOYMENT_STATED,
          CITY_HAS_LAW);

  /** The text is only made when the rule is broken: nearly every stay keeps them all. */
  private static AdmissionRule unless(
      Predicate<Admission> kept, Function<Admission, Problem> refusal) {
    return admission ->
        kept.test(admission) ? Optional.empty() : Optional.of(refusal.apply(admission));
  }

  private static boolean stays(Admission admission) {
    var coverage = admission.facts().coverage();
    return coverage == null || coverage.mergedInto() == null;
  }

  private static boolean statesEmployment(Admission admission) {
    var enrolment = admission.enrolment();
    return enrolment == null || enrolment.scheme() != Scheme.EMPLOYEE || enrolment.status() != null;
  }
}
