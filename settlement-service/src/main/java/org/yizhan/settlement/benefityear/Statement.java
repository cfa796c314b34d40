package org.yizhan.settlement.benefityear;

import static org.yizhan.chassis.parameter.Status.ILLUSTRATIVE;

import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.ParametersUsed;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.contracts.settlement.Settlement.YearToDate;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.payerchain.Laws;

/**
 * A divided bill on its way to whoever reads it.
 *
 * @param after what the year has used up with this claim
 * @param law the version and hash of the parameters that divided it
 */
record Statement(Claim claim, List<Share> shares, Accumulators after, Law law) {

  /** Which parameters. */
  record Law(String version, String hash) {

    static Law of(Laws laws) {
      return new Law(laws.version(), laws.hash());
    }
  }

  Settlement settlement(Status status) {
    var command = claim.command();
    var coverage = claim.circumstances().coverage();
    var bill = command.amounts();
    return new Settlement(
        command.settlementId(),
        status,
        command.hospitalCode(),
        command.encounterId(),
        command.personNumber(),
        coverage.maskedId(),
        coverage.city(),
        coverage.county(),
        coverage.scheme(),
        coverage.employment(),
        category(),
        coverage.place(),
        command.admissionDate(),
        command.dischargeDate(),
        command.diagnosis(),
        command.receivedAt(),
        claim.settledAt(),
        bill.total(),
        bill.fullSelfPay(),
        bill.overLimit(),
        bill.priorSelfPay(),
        bill.inPolicy(),
        claim.patient(),
        shares,
        yearToDate(),
        new ParametersUsed(law.version(), law.hash(), illustrative()),
        coverage.eligibilityVersion());
  }

  /**
   * The mark of the last payer that paid because of one, else the first mark that decided anything.
   */
  private @Nullable String category() {
    String first = null;
    String lastPaying = null;
    for (var share : shares) {
      if (share.category() != null) {
        first = first == null ? share.category() : first;
        lastPaying = share.amount().isZero() ? lastPaying : share.category();
      }
    }
    return lastPaying == null ? first : lastPaying;
  }

  private YearToDate yearToDate() {
    var paid = new EnumMap<Payer, Money>(Payer.class);
    for (var share : shares) {
      paid.put(share.payer(), after.paidBy(share.payer()));
    }
    return new YearToDate(claim.command().dischargeDate().getYear(), paid);
  }

  private List<String> illustrative() {
    var names = new TreeSet<String>();
    for (var share : shares) {
      for (var parameter : share.explanation().parameters()) {
        if (parameter.status().equals(ILLUSTRATIVE.word())) {
          names.add(parameter.name());
        }
      }
    }
    return List.copyOf(names);
  }
}
