package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.parameter.Dated;

/**
 * Which payers take part in an off-site stay: some only when it is filed (H2), from a day on, and
 * once the province has opened the city's off-site function (H19).
 */
record OffSiteGate(
    Dated<List<Payer>> payers, Dated<LocalDate> filedStaysFrom, Dated<Boolean> needsOpenFunction) {

  /**
   * @param closed why the payer takes no part; null when it does
   */
  record Passage(@Nullable String closed, List<ParameterUsed> used) {
    static final Passage UNASKED = new Passage(null, List.of());
  }

  Passage passageOf(Payer payer, StayCircumstances stay) {
    var place = stay.coverage().place();
    if (place == Place.IN_CITY) {
      return Passage.UNASKED;
    }
    var gated = payers.on(stay.dischargeDate());
    if (!gated.value().contains(payer)) {
      return Passage.UNASKED;
    }
    if (place == Place.UNFILED) {
      return closed("off-site stay without a filing valid on the admission date", gated.used());
    }
    return passageOfFiled(stay, gated.used());
  }

  private Passage passageOfFiled(StayCircumstances stay, List<ParameterUsed> gated) {
    var begins = filedStaysFrom.on(stay.dischargeDate());
    if (stay.dischargeDate().isBefore(begins.value())) {
      return closed(
          "this payer takes part in off-site stays only for discharges from "
              + begins.value()
              + " on",
          begins.used());
    }
    var function = needsOpenFunction.on(stay.dischargeDate());
    if (!functionOpen(stay)) {
      return closed("the off-site function of the city is not open", function.used());
    }
    var used = new ArrayList<>(gated);
    used.addAll(begins.used());
    used.addAll(function.used());
    return new Passage(null, used);
  }

  /**
   * Whether the city's function is open for the stay (H19); always where the law has no such
   * clause.
   */
  boolean functionOpen(StayCircumstances stay) {
    return stay.offSiteFunctionOpen() || !needsOpenFunction.on(stay.dischargeDate()).value();
  }

  private static Passage closed(String why, List<ParameterUsed> used) {
    return new Passage(why + " (" + used.getFirst().reference() + ')', used);
  }
}
