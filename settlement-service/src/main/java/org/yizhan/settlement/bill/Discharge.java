package org.yizhan.settlement.bill;

import java.time.LocalDate;
import java.util.Optional;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.payerchain.Laws;

/** A bill beside what was known of its stay when it began. */
record Discharge(SettleDischarge command, Admission admission) {

  static Discharge of(SettleDischarge command, StayFacts facts, Laws laws) {
    return new Discharge(
        command,
        Admission.of(
            command.personNumber(), command.hospitalCode(), command.admissionDate(), facts, laws));
  }

  Optional<LocalDate> chainStart() {
    var chain = admission.chain();
    return chain == null ? Optional.empty() : chain.start();
  }
}
