package org.yizhan.ledger.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
   * @param forecast empty where the law watches no runway
   */
  public record Prepaid(PrepaymentKind kind, long balanceFen, Optional<RunwayForecast> forecast) {

    /** Months at the mean with one decimal, rounded down; null while nothing was spent. */
    public @Nullable BigDecimal monthsLeft() {
      return forecast.map(RunwayForecast::meanMonthlySpending).map(this::monthsAt).orElse(null);
    }

    private BigDecimal monthsAt(Money mean) {
      return BigDecimal.valueOf(Math.max(0, balanceFen))
          .divide(BigDecimal.valueOf(mean.fen()), 1, RoundingMode.DOWN);
    }
  }

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
                    forecasts.stream().filter(one -> one.kind() == kind).findFirst()))
        .toList();
  }
}
