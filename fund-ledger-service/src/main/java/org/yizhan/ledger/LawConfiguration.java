package org.yizhan.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.parameter.ParameterNotices;
import org.yizhan.ledger.calendar.WorkingDays;
import org.yizhan.ledger.law.FundLaw;

/** Loads what the funds must obey, and the calendar by which their terms run. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

  /**
   * @param overlay a directory whose files {@code <city>/funds.yaml} replace those of the service
   *     or add to them; empty for none
   */
  @Bean
  FundLaw fundLaw(@Value("${YIZHAN_FUNDS_OVERLAY:}") String overlay) {
    return FundLaw.load(FundLaw.SHIPPED, pathOf(overlay));
  }

  @Bean
  ParameterNotices parameterNotices(FundLaw law, Clock clock, MeterRegistry meters) {
    return new ParameterNotices(law.parameters(), clock).measuredBy(meters);
  }

  /**
   * @param notices a file with notices on holidays that were published after those of the service;
   *     empty for none
   */
  @Bean
  WorkingDays workingDays(@Value("${YIZHAN_HOLIDAY_NOTICES:}") String notices) {
    return WorkingDays.load(WorkingDays.SHIPPED, pathOf(notices));
  }

  /** Terms that reach beyond have no last day: whoever adds the next year's notice needs time. */
  @Bean
  MeterBinder workingDaysKnown(WorkingDays days, Clock clock) {
    return meters ->
        Gauge.builder("yizhan.calendar.days.known", () -> days.daysKnownAfter(LocalDate.now(clock)))
            .register(meters);
  }

  private static Optional<Path> pathOf(String setting) {
    return setting.isBlank() ? Optional.empty() : Optional.of(Path.of(setting));
  }
}
