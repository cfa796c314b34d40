package org.yizhan.settlement.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;

/**
 * How much longer or shorter prepaid money would last (W6). The ledger's mean monthly spending is
 * scaled as the law on trial scales what the fund pays in the period; so the parts of a fund, of
 * which a simulation knows nothing, share the effect.
 *
 * @param forecast what the ledger said at the last month's close
 * @param monthly spending by the law in force and by the one on trial
 * @param exhaustedOn by the law on trial; empty when it would spend nothing
 */
public record RunwayEffect(
    RunwayForecast forecast, Effect monthly, Optional<LocalDate> exhaustedOn) {

  /** For every prepaid balance that the period says something about. */
  public static List<RunwayEffect> of(List<RunwayForecast> forecasts, Findings findings) {
    return forecasts.stream()
        .flatMap(
            forecast ->
                findings.spending().stream()
                    .filter(spending -> spending.fund() == forecast.fund())
                    .flatMap(spending -> of(forecast, spending.mean()).stream()))
        .toList();
  }

  private static Optional<RunwayEffect> of(RunwayForecast forecast, Effect period) {
    var now = forecast.meanMonthlySpending();
    if (now == null || period.before().isZero()) {
      return Optional.empty();
    }
    var onTrial = period.scaled(now);
    return Optional.of(
        new RunwayEffect(
            forecast,
            new Effect(now, onTrial),
            onTrial.isZero()
                ? Optional.empty()
                : Optional.of(
                    RunwayForecast.exhaustedOn(forecast.balance(), onTrial, forecast.month()))));
  }

  /** How many months a balance lasts, with one decimal, rounded down. */
  public static String months(Money balance, Money monthly) {
    long tenths = Math.multiplyExact(balance.fen(), 10L) / monthly.fen();
    return tenths / 10 + "." + tenths % 10;
  }
}
