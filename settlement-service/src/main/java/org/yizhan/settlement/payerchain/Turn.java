package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.coverage.StayCircumstances;

/**
 * One payer's turn: what the earlier payers left it.
 *
 * @param open what is still open of the in-policy amount
 * @param basicDeductible what the basic deductible kept from being paid
 * @param clause where the chain stands that gives the payer this turn
 * @param used the parameters that led here; rules add theirs
 */
record Turn(
    Payer payer,
    StayCircumstances stay,
    Money inPolicy,
    Money open,
    Money basicDeductible,
    Accumulators before,
    String clause,
    List<ParameterUsed> used) {

  LocalDate day() {
    return stay.dischargeDate();
  }

  Money paid() {
    return before.paidBy(payer);
  }

  /** The parameters that led here and those that the rule used. */
  @SafeVarargs
  final List<ParameterUsed> using(List<ParameterUsed>... more) {
    var all = new ArrayList<ParameterUsed>(used.size() + 2 * more.length);
    all.addAll(used);
    for (var entries : more) {
      all.addAll(entries);
    }
    return all;
  }

  Turn withUsed(List<ParameterUsed> all) {
    return new Turn(payer, stay, inPolicy, open, basicDeductible, before, clause, all);
  }

  /** The payer takes nothing, and no rule was asked. */
  Taken nothing(String reason) {
    var explanation =
        new Explanation(
            "none", null, null, null, null, null, null, List.of(), open, null, null, null, null,
            used);
    return Taken.of(new Share(payer, Money.ZERO, reason, null, null, null, explanation));
  }
}
