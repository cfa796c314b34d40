package org.yizhan.settlement.bill;

import java.util.Objects;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.payerchain.PayerChain;

/** What comes of looking at a bill before it is divided. Needs nothing of the person's year. */
public sealed interface Examination {

  /** The bill keeps every rule; these are the facts it is divided by. */
  record Admissible(SettleDischarge command, StayCircumstances circumstances, PayerChain chain)
      implements Examination {}

  /** A rule refuses the bill. */
  record Inadmissible(Problem problem) implements Examination {}

  static Examination of(SettleDischarge command, StayFacts facts, Laws laws) {
    var discharge = Discharge.of(command, facts, laws);
    for (var rule : BillRule.IN_ORDER) {
      var refusal = rule.refusalOf(discharge);
      if (refusal.isPresent()) {
        return new Inadmissible(refusal.get());
      }
    }
    return admit(discharge);
  }

  /** The rules have seen to it that each of these is there. */
  private static Admissible admit(Discharge discharge) {
    var command = discharge.command();
    var circumstances = discharge.admission().until(command.dischargeDate());
    return new Admissible(
        command, circumstances, Objects.requireNonNull(discharge.admission().chain()));
  }
}
