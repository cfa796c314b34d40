package org.yizhan.settlement.payerchain;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.InForce;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.settlement.coverage.StayCircumstances;

/**
 * Which payers take part in an off-site stay: some only when it is filed (H2), from a day on, and
 * once the province has opened the city's off-site function (H19).
 */
record OffSiteGate(
    Dated<List<Payer>> payers, Dated<LocalDate> filedStaysFrom, Dated<Boolean> needsOpenFunction) {

  /**
   * @param why the payer takes no part; null when it does. Put into words only for whoever asks
   * @param asked the parameters that say so
   */
  record Passage(@Nullable Supplier<String> why, List<InForce<?>> asked) {

    static final Passage UNASKED = new Passage(null, List.of());

    boolean isClosed() {
      return why != null;
    }

    /** Why the payer takes no part, with the source; null when it does. */
    @Nullable String closed() {
      return why == null
          ? null
          : why.get() + " (" + asked.getFirst().used().getFirst().reference() + ')';
    }
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
      return new Passage(
          () -> "off-site stay without a filing valid on the admission date", List.of(gated));
    }
    return passageOfFiled(stay, gated);
  }

  private Passage passageOfFiled(StayCircumstances stay, InForce<List<Payer>> gated) {
    var begins = filedStaysFrom.on(stay.dischargeDate());
    if (stay.dischargeDate().isBefore(begins.value())) {
      return new Passage(
          () ->
              "this payer takes part in off-site stays only for discharges from "
                  + begins.value()
                  + " on",
          List.of(begins));
    }
    var function = needsOpenFunction.on(stay.dischargeDate());
    if (!functionOpen(stay)) {
      return new Passage(() -> "the off-site function of the city is not open", List.of(function));
    }
    return new Passage(null, List.of(gated, begins, function));
  }

  /**
   * Whether the city's function is open for the stay (H19); always where the law has no such
   * clause.
   */
  boolean functionOpen(StayCircumstances stay) {
    return stay.offSiteFunctionOpen() || !needsOpenFunction.on(stay.dischargeDate()).value();
  }
}
