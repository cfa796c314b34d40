package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand.BeginDay;
import org.yizhan.ledger.law.FundLaw;

/** Time reaches a fund as a command, in order with everything else it is asked. */
public final class DaysOfFunds {

  private final FundLaw law;

  public DaysOfFunds(FundLaw law) {
    this.law = law;
  }

  /** One for every fund of every city; the same day again has the same ids. */
  public List<BeginDay> of(LocalDate day) {
    return law.cities().stream()
        .flatMap(city -> Stream.of(Payer.values()).map(fund -> begin(city, fund, day)))
        .toList();
  }

  private static BeginDay begin(String city, Payer fund, LocalDate day) {
    var id = DerivedId.of("begin-day", city, fund, day);
    return new BeginDay(new Asked(id, city, fund, "calendar", DecidingFunds.beginningOf(day)), day);
  }
}
