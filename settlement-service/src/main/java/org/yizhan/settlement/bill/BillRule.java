package org.yizhan.settlement.bill;

import static org.yizhan.contracts.Money.MAX_ON_A_BILL;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Scheme;

/** A rule that a bill must keep before it is divided. */
@FunctionalInterface
interface BillRule {

  Optional<Problem> refusalOf(Discharge discharge);

  BillRule PARTS_ADD_UP =
      unless(discharge -> discharge.command().amounts().addsUp(), Refusals::partsDoNotAddUp);

  BillRule NOT_TOO_LARGE =
      unless(
          discharge -> discharge.command().amounts().total().compareTo(MAX_ON_A_BILL) <= 0,
          Refusals::amountTooLarge);

  BillRule DISCHARGED_AFTER_ADMISSION =
      unless(
          discharge ->
              !discharge.command().dischargeDate().isBefore(discharge.command().admissionDate()),
          Refusals::dischargeBeforeAdmission);

  BillRule PERSON_KNOWN =
      unless(discharge -> discharge.facts().coverage() != null, Refusals::unknownPerson);

  BillRule HOSPITAL_KNOWN =
      unless(discharge -> discharge.facts().hospital() != null, Refusals::unknownHospital);

  BillRule HOSPITAL_DESIGNATED =
      unless(discharge -> discharge.hospital() != null, Refusals::hospitalNotDesignated);

  BillRule ENROLLED = unless(discharge -> discharge.enrolment() != null, Refusals::notEnrolled);

  BillRule EMPLOYMENT_STATED =
      unless(BillRule::statesEmployment, Refusals::employmentStatusMissing);

  BillRule CITY_HAS_LAW = unless(discharge -> discharge.chain() != null, Refusals::cityWithoutLaw);

  BillRule CHAIN_HAS_STARTED =
      unless(BillRule::liesWithinChain, Refusals::dischargeBeforeChainStart);

  /**
   * First what the bill alone shows, then what is known of its person and hospital, then what the
   * law says; the sender is told the first refusal only.
   */
  List<BillRule> IN_ORDER =
      List.of(
          PARTS_ADD_UP,
          NOT_TOO_LARGE,
          DISCHARGED_AFTER_ADMISSION,
          PERSON_KNOWN,
          HOSPITAL_KNOWN,
          HOSPITAL_DESIGNATED,
          ENROLLED,
          EMPLOYMENT_STATED,
          CITY_HAS_LAW,
          CHAIN_HAS_STARTED);

  /** The text is only made when the rule is broken: nearly every bill keeps them all. */
  private static BillRule unless(Predicate<Discharge> kept, Function<Discharge, Problem> refusal) {
    return discharge ->
        kept.test(discharge) ? Optional.empty() : Optional.of(refusal.apply(discharge));
  }

  private static boolean statesEmployment(Discharge discharge) {
    var enrolment = discharge.enrolment();
    return enrolment == null || enrolment.scheme() != Scheme.EMPLOYEE || enrolment.status() != null;
  }

  /** A chain without any date is for whoever divides: its parameter is missing. */
  private static boolean liesWithinChain(Discharge discharge) {
    return discharge
        .chainStart()
        .map(start -> !discharge.command().dischargeDate().isBefore(start))
        .orElse(true);
  }
}
