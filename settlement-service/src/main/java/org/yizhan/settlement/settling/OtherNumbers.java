package org.yizhan.settlement.settling;

import java.util.function.Function;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.coverage.UsedElsewhere;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.settling.Coverages.Known;

/**
 * A human who was registered under several numbers uses up one set of caps (H12): a bill counts
 * what the years of the given-up numbers have used. Nothing is settled under those any more.
 */
final class OtherNumbers {

  private final BenefitYears years;
  private final Function<SettleDischarge, Known> coverages;

  OtherNumbers(BenefitYears years, Function<SettleDischarge, Known> coverages) {
    this.years = years;
    this.coverages = coverages;
  }

  /** The bill with what was used elsewhere; as it is for nearly everybody. */
  Admissible counted(Admissible bill) {
    var coverage = coverages.apply(bill.command()).coverage();
    if (coverage == null || coverage.mergedFrom().isEmpty()) {
      return bill;
    }
    var used = years.usedUnder(coverage.mergedFrom(), Adjudication.keyOf(bill));
    return used.equals(Accumulators.NONE)
        ? bill
        : new Admissible(
            bill.command(),
            bill.circumstances().having(new UsedElsewhere(used.paid(), used.cumulativeBase())),
            bill.chain());
  }
}
