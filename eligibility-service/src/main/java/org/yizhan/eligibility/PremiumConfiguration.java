package org.yizhan.eligibility;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.chassis.parameter.ParameterNotices;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.eligibility.kafka.AskingAgainSweep;
import org.yizhan.eligibility.kafka.PremiumMessages;
import org.yizhan.eligibility.kafka.PremiumOutbound;
import org.yizhan.eligibility.kafka.PremiumSweep;
import org.yizhan.eligibility.mongo.MongoAskedAgain;
import org.yizhan.eligibility.mongo.MongoPremiums;
import org.yizhan.eligibility.mongo.MongoYearsBegun;
import org.yizhan.eligibility.person.Persons;
import org.yizhan.eligibility.premium.AskedAgain;
import org.yizhan.eligibility.premium.AskingAgain;
import org.yizhan.eligibility.premium.OwingPremiums;
import org.yizhan.eligibility.premium.OwingPremiums.Stores;
import org.yizhan.eligibility.premium.PremiumFold;
import org.yizhan.eligibility.premium.PremiumLaw;
import org.yizhan.eligibility.premium.Premiums;
import org.yizhan.eligibility.premium.YearsBegun;
import tools.jackson.databind.json.JsonMapper;

/** Wires the premiums (H15) to their edges. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PremiumConfiguration {

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
  PremiumLaw premiumLaw(@Value("${YIZHAN_PREMIUMS_OVERLAY:}") String overlay) {
    return PremiumLaw.load(
        PremiumLaw.SHIPPED, overlay.isBlank() ? Optional.empty() : Optional.of(Path.of(overlay)));
  }

  @Bean
  ParameterNotices parameterNotices(PremiumLaw law, Clock clock, MeterRegistry meters) {
    return new ParameterNotices(law.parameters(), clock).measuredBy(meters);
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
  AskedAgain askedAgain(MongoDatabase database) {
    return new MongoAskedAgain(database);
  }

  @Bean
  AskingAgainSweep askingAgainSweep(
      Premiums premiums, AskedAgain asked, PremiumOutbound outbound, Publisher publisher) {
    return new AskingAgainSweep(new AskingAgain(premiums, asked), outbound, publisher);
  }

  @Bean
  PremiumMessages premiumMessages(Premiums premiums, YearsBegun years, AskedAgain asked) {
    return new PremiumMessages(premiums, years, asked);
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
