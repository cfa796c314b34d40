package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.InForce;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.payerchain.OffSiteGate.Passage;

/**
 * One payer's turn: what the earlier payers left it.
 *
 * @param open what is still open of the in-policy amount
 * @param basicDeductible what the basic deductible kept from being paid
 * @param chain the parameter that gives the payer this turn
 */
record Turn(
    Payer payer,
    StayCircumstances stay,
    Money inPolicy,
    Money open,
    Money basicDeductible,
    Accumulators before,
    InForce<List<Payer>> chain,
    Passage passage) {

  LocalDate day() {
    return stay.dischargeDate();
  }

  Money paid() {
    return before.paidBy(payer);
  }

  /** Where the chain stands that gives the payer this turn. */
  String clause() {
    return chain.used().getFirst().reference();
  }

  /** The parameters that led here and those that the rule used. */
  List<ParameterUsed> parameters(List<InForce<?>> ofTheRule) {
    var all = new ArrayList<>(chain.used());
    passage.asked().forEach(parameter -> all.addAll(parameter.used()));
    ofTheRule.forEach(parameter -> all.addAll(parameter.used()));
    return all.stream()
        .map(
            used ->
                new ParameterUsed(
                    used.name(), used.from(), used.value(), used.status(), used.reference()))
        .toList();
  }

  /** The payer takes nothing, and no rule was asked. */
  Taken nothing(Supplier<@Nullable String> reason) {
    return new Nothing(this, reason);
  }

  private record Nothing(Turn turn, Supplier<@Nullable String> reason) implements Taken {

    @Override
    public Money amount() {
      return Money.ZERO;
    }

    @Override
    public Share share() {
      var parameters = turn.parameters(List.of());
      var explanation =
          new Explanation(
              "none",
              null,
              null,
              null,
              null,
              null,
              null,
              List.of(),
              turn.open,
              null,
              null,
              null,
              null,
              parameters);
      return new Share(turn.payer, Money.ZERO, reason.get(), null, null, null, explanation);
    }
  }
}
