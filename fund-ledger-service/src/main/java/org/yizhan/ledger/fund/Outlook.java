package org.yizhan.ledger.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.ledger.law.FundLaw;

/** How far prepaid money reaches as it stands now (W6), by the rule of the month's close. */
public final class Outlook {

  private static final UUID NOBODY = new UUID(0, 0);

  private final Runway runway;

  public Outlook(FundLaw law) {
    this.runway = new Runway(law);
  }

  /**
   * @param balanceFen below zero where more was paid than was there
   * @param rate empty where nothing was spent, or the law watches no runway
   */
  public record Prepaid(PrepaymentKind kind, long balanceFen, Optional<Rate> rate) {}

  /**
   * @param meanMonthlySpending of the last closed months
   * @param monthsLeft at that rate from today on, one decimal, rounded down
   * @param exhaustedOn within a century
   */
  public record Rate(Money meanMonthlySpending, BigDecimal monthsLeft, LocalDate exhaustedOn) {}

  /**
   * @param today the month before it is the last that is closed
   */
  public List<Prepaid> of(FundState state, LocalDate today) {
    var work = new FundAtWork(state, NOBODY, today);
    runway.stateMonth(work, YearMonth.from(today).minusMonths(1));
    var forecasts =
        work.facts().stream()
            .filter(Fact.Said.class::isInstance)
            .map(fact -> ((Fact.Said) fact).event())
            .filter(RunwayForecast.class::isInstance)
            .map(RunwayForecast.class::cast)
            .toList();
    return Prepaying.kindsOf(state.fund()).stream()
        .map(
            kind ->
                new Prepaid(
                    kind,
                    Prepaying.balance(work, kind, null),
                    forecasts.stream()
                        .filter(one -> one.kind() == kind)
                        .flatMap(one -> rate(one, today).stream())
                        .findFirst()))
        .toList();
  }

  /** What this month has spent already is no longer in the balance, so it counts from today. */
  private static Optional<Rate> rate(RunwayForecast forecast, LocalDate today) {
    var mean = forecast.meanMonthlySpending();
    if (mean == null) {
      return Optional.empty();
    }
    var months =
        BigDecimal.valueOf(forecast.balance().fen())
            .divide(BigDecimal.valueOf(mean.fen()), 1, RoundingMode.DOWN);
    var fromTheFirst = RunwayForecast.exhaustedOn(forecast.balance(), mean, forecast.month());
    var days = ChronoUnit.DAYS.between(today.withDayOfMonth(1), fromTheFirst);
    return Optional.of(new Rate(mean, months, today.plusDays(days)));
  }
}
