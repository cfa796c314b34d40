package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.Prepayment;

/**
 * How one fund of one city stands.
 *
 * @param today the last day that began, null before the first
 * @param accounts fen by account of the cash book, debit positive; what is zero is not there
 * @param flows of prepaid money by month, two years back and a little more
 * @param held manual payments that wait for money, in the order they came
 */
public record FundState(
    String city,
    Payer fund,
    @Nullable LocalDate today,
    SortedMap<String, Long> accounts,
    List<Flow> flows,
    List<Prepayment> prepayments,
    List<ImprestDemand> demands,
    List<FundWarning> warnings,
    OffSiteFunction function,
    List<PayManually> held) {

  public FundState {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    flows = List.copyOf(flows);
    prepayments = List.copyOf(prepayments);
    demands = List.copyOf(demands);
    warnings = List.copyOf(warnings);
    held = List.copyOf(held);
  }

  /** A fund that nothing has happened to. */
  public static FundState empty(String city, Payer fund) {
    return new FundState(
        city,
        fund,
        null,
        new TreeMap<>(Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        OffSiteFunction.CLOSED,
        List.of());
  }
}
