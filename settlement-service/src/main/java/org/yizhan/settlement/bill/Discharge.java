package org.yizhan.settlement.bill;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.settlement.coverage.CoverageOnStay;
import org.yizhan.settlement.coverage.HospitalOnStay;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.payerchain.PayerChain;

/**
 * A bill beside the facts as of its dates; each is null where there is none.
 *
 * @param hospital as of the admission date
 * @param enrolment as of the admission date
 * @param chain of the enrolment's city and scheme
 */
record Discharge(
    SettleDischarge command,
    StayFacts facts,
    @Nullable HospitalOnStay hospital,
    @Nullable Enrolment enrolment,
    @Nullable PayerChain chain) {

  static Discharge of(SettleDischarge command, StayFacts facts, Laws laws) {
    var admitted = command.admissionDate();
    var hospital = facts.hospital() == null ? null : facts.hospital().on(admitted).orElse(null);
    var enrolment =
        facts.coverage() == null
            ? null
            : CoverageOnStay.enrolmentOn(facts.coverage(), admitted).orElse(null);
    var chain =
        enrolment == null ? null : laws.chain(enrolment.city(), enrolment.scheme()).orElse(null);
    return new Discharge(command, facts, hospital, enrolment, chain);
  }

  Optional<LocalDate> chainStart() {
    return chain == null ? Optional.empty() : chain.start();
  }
}
