package org.yizhan.settlement.bill;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.settlement.coverage.CoverageOnStay;
import org.yizhan.settlement.coverage.HospitalOnStay;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.payerchain.PayerChain;

/**
 * What is known of a stay on the day it begins; each of the last three is null where there is none.
 *
 * @param hospital as of the admission date
 * @param enrolment as of the admission date
 * @param chain of the enrolment's city and scheme
 */
public record Admission(
    String personNumber,
    String hospitalCode,
    LocalDate admissionDate,
    StayFacts facts,
    @Nullable HospitalOnStay hospital,
    @Nullable Enrolment enrolment,
    @Nullable PayerChain chain) {

  public static Admission of(
      String personNumber, String hospitalCode, LocalDate day, StayFacts facts, Laws laws) {
    var hospital = facts.hospital() == null ? null : facts.hospital().on(day).orElse(null);
    var enrolment =
        facts.coverage() == null
            ? null
            : CoverageOnStay.enrolmentOn(facts.coverage(), day).orElse(null);
    var chain =
        enrolment == null ? null : laws.chain(enrolment.city(), enrolment.scheme()).orElse(null);
    return new Admission(personNumber, hospitalCode, day, facts, hospital, enrolment, chain);
  }

  /** The first rule that the admission breaks; every bill of the stay would be refused for it. */
  public Optional<Problem> refusal() {
    for (var rule : AdmissionRule.IN_ORDER) {
      var refusal = rule.refusalOf(this);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /**
   * Who the person is and where the stay is.
   *
   * @param dischargeDate the day on which marks and the law are read
   * @throws NullPointerException when person, designated hospital or enrolment is not known
   */
  public StayCircumstances until(LocalDate dischargeDate) {
    var at = Objects.requireNonNull(hospital);
    var coverage =
        CoverageOnStay.of(
            Objects.requireNonNull(facts.coverage()),
            Objects.requireNonNull(enrolment),
            at,
            new CoverageOnStay.Days(admissionDate, dischargeDate));
    boolean functionOpen = facts.citiesWithOpenFunction().contains(coverage.city());
    return new StayCircumstances(coverage, at, admissionDate, dischargeDate, functionOpen);
  }
}
