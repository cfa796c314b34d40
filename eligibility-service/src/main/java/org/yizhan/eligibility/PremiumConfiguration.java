package org.yizhan.eligibility;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.eligibility.kafka.PremiumMessages;
import org.yizhan.eligibility.kafka.PremiumOutbound;
import org.yizhan.eligibility.kafka.PremiumSweep;
import org.yizhan.eligibility.mongo.MongoPremiums;
import org.yizhan.eligibility.mongo.MongoYearsBegun;
import org.yizhan.eligibility.person.Persons;
import org.yizhan.eligibility.premium.OwingPremiums;
import org.yizhan.eligibility.premium.OwingPremiums.Stores;
import org.yizhan.eligibility.premium.PremiumFiles;
import org.yizhan.eligibility.premium.PremiumFold;
import org.yizhan.eligibility.premium.PremiumLaw;
import org.yizhan.eligibility.premium.Premiums;
import org.yizhan.eligibility.premium.YearsBegun;
import tools.jackson.databind.json.JsonMapper;

/** Wires the premiums (H15) to their edges. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PremiumConfiguration {

  private static final Logger log = LoggerFactory.getLogger(PremiumConfiguration.class);

  @Bean
  Premiums premiums(MongoDatabase database) {
    return new MongoPremiums(database);
  }

  @Bean
  YearsBegun yearsBegun(MongoDatabase database) {
    return new MongoYearsBegun(database);
  }

  /**
   * @param overlay a directory whose files {@code <city>/premium.yaml} replace those of the service
   *     or add to them; empty for none
   */
  @Bean
  PremiumLaw premiumLaw(@Value("${YIZHAN_PREMIUMS_OVERLAY:}") String overlay, Clock clock) {
    var law =
        PremiumFiles.load(
            "parameters", overlay.isBlank() ? Optional.empty() : Optional.of(Path.of(overlay)));
    var illustrative = law.illustrative().collect(Collectors.joining(", "));
    if (!illustrative.isEmpty()) {
      log.warn("premiums are illustrative and must be replaced before real use: {}", illustrative);
    }
    for (var city : law.cities()) {
      var past = law.pastReview(city, LocalDate.now(clock));
      if (!past.isEmpty()) {
        log.warn("the premiums of city {} from {} are past their review", city, past);
      }
    }
    return law;
  }

  /** The same name as in settlement: an operator asks for all parameters of a city. */
  @Bean
  MeterBinder premiumsPastReview(PremiumLaw law, Clock clock) {
    return meters ->
        law.cities()
            .forEach(
                city ->
                    Gauge.builder(
                            "yizhan.parameters.past.review",
                            () -> law.pastReview(city, LocalDate.now(clock)).size())
                        .tag("city", city)
                        .register(meters));
  }

  @Bean
  OwingPremiums owingPremiums(
      PremiumLaw law, Persons persons, Premiums premiums, YearsBegun years, Clock clock) {
    return new OwingPremiums(
        new PremiumFold(law), new Stores(persons, premiums, years), clock.getZone());
  }

  @Bean
  PremiumOutbound premiumOutbound(JsonMapper mapper) {
    return new PremiumOutbound(EventTypes.of(FundCommand.class, mapper));
  }

  @Bean
  PremiumMessages premiumMessages(Premiums premiums, YearsBegun years) {
    return new PremiumMessages(premiums, years);
  }

  @Bean
  Subscription<CalendarEvent> calendar(PremiumMessages messages, JsonMapper mapper) {
    return Subscription.to(
        Topics.CALENDAR, EventTypes.of(CalendarEvent.class, mapper), messages::days);
  }

  @Bean
  Subscription<LedgerEvent> ledger(PremiumMessages messages, JsonMapper mapper) {
    return Subscription.to(
        Topics.LEDGER, EventTypes.of(LedgerEvent.class, mapper), messages::payments);
  }

  @Bean
  PremiumSweep premiumSweep(
      OwingPremiums owing,
      Premiums premiums,
      PremiumOutbound outbound,
      Publisher publisher,
      Clock clock,
      MeterRegistry meters) {
    return new PremiumSweep(owing, premiums, outbound, publisher, clock).measuredBy(meters);
  }
}
