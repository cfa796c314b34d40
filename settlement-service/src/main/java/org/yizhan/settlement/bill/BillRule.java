package org.yizhan.settlement.bill;

import static org.yizhan.contracts.Money.MAX_ON_A_BILL;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yizhan.contracts.Problem;

/** A rule that a bill must keep before it is divided. */
@FunctionalInterface
interface BillRule {

  Optional<Problem> refusalOf(Discharge discharge);

  BillRule PARTS_ADD_UP =
      unless(discharge -> discharge.command().amounts().addsUp(), Refusals::partsDoNotAddUp);

  BillRule NOT_TOO_LARGE =
      unless(
          discharge -> discharge.command().amounts().total().compareTo(MAX_ON_A_BILL) <= 0,
          Refusals::amountTooLarge);

  BillRule DISCHARGED_AFTER_ADMISSION =
      unless(
          discharge ->
              !discharge.command().dischargeDate().isBefore(discharge.command().admissionDate()),
          Refusals::dischargeBeforeAdmission);

  BillRule ADMITTED = discharge -> discharge.admission().refusal();

  BillRule CHAIN_HAS_STARTED =
      unless(BillRule::liesWithinChain, Refusals::dischargeBeforeChainStart);

  /**
   * First what the bill alone shows, then what is known of its person and hospital, then what the
   * law says; the sender is told the first refusal only.
   */
  List<BillRule> IN_ORDER =
      List.of(PARTS_ADD_UP, NOT_TOO_LARGE, DISCHARGED_AFTER_ADMISSION, ADMITTED, CHAIN_HAS_STARTED);

  /** The text is only made when the rule is broken: nearly every bill keeps them all. */
  private static BillRule unless(Predicate<Discharge> kept, Function<Discharge, Problem> refusal) {
    return discharge ->
        kept.test(discharge) ? Optional.empty() : Optional.of(refusal.apply(discharge));
  }

  /** A chain without any date is for whoever divides: its parameter is missing. */
  private static boolean liesWithinChain(Discharge discharge) {
    return discharge
        .chainStart()
        .map(start -> !discharge.command().dischargeDate().isBefore(start))
        .orElse(true);
  }
}
