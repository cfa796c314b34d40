package org.yizhan.settlement.settling;

import java.util.function.Supplier;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.settlement.bill.Examination;

/** How a command stands after intake. */
sealed interface Case {

  SettleDischarge command();

  /** An earlier delivery refused it. */
  record RefusedBefore(SettleDischarge command, DischargeRefused refusal) implements Case {}

  /** A rule refuses it before any year is looked at. */
  record NotAdmitted(SettleDischarge command, Problem problem) implements Case {}

  /** It was settled and cancelled: only its own redelivery is answered as it was. */
  record CancelledSince(SettleDischarge command, String yearId) implements Case {}

  /**
   * Its encounter is this settlement's; decided already or to be decided, as the year says.
   *
   * @param examination asked only when it is to be decided
   */
  record Admitted(SettleDischarge command, String yearId, Supplier<Examination> examination)
      implements Case {}
}
