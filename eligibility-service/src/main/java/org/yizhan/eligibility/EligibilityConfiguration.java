package org.yizhan.eligibility;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.chassis.privacy.SensitiveTexts;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.PersonNumber;
import org.yizhan.contracts.eligibility.EligibilityEvent;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.eligibility.kafka.EligibilityOutbound;
import org.yizhan.eligibility.kafka.PremiumOutbound;
import org.yizhan.eligibility.kafka.RosterMessages;
import org.yizhan.eligibility.mongo.MongoPersons;
import org.yizhan.eligibility.person.ApplyingChanges;
import org.yizhan.eligibility.person.Persons;
import org.yizhan.eligibility.person.SealedTexts;
import org.yizhan.eligibility.person.Survivors;
import org.yizhan.eligibility.premium.OwingPremiums;
import org.yizhan.eligibility.premium.Premiums;
import org.yizhan.eligibility.premium.PremiumsOfMerged;
import tools.jackson.databind.json.JsonMapper;

/** Wires the domain to its edges. */
@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {

  @Bean
  Persons persons(MongoDatabase database, Clock clock) {
    return new MongoPersons(database, clock.getZone());
  }

  @Bean
  Survivors survivors(Persons persons) {
    return new Survivors(persons);
  }

  @Bean
  Function<CitizenId, String> personNumbers(SensitiveTexts texts) {
    return citizen -> PersonNumber.ofHash(texts.hash(citizen.inClear()));
  }

  @Bean
  SealedTexts sealedTexts(SensitiveTexts texts) {
    return (one, other) -> same(texts, one, other);
  }

  @Bean
  Subscription<RosterEvent> roster(
      Persons persons,
      SealedTexts texts,
      Premiums premiums,
      OwingPremiums owing,
      PremiumOutbound asking,
      JsonMapper mapper) {
    var applying = new ApplyingChanges(persons, texts, new PremiumsOfMerged(premiums));
    var reports = EventTypes.of(RosterEvent.class, mapper);
    var outbound =
        new EligibilityOutbound(EventTypes.of(EligibilityEvent.class, mapper), reports, mapper);
    return new RosterMessages(reports, applying, outbound, owing, asking).subscription();
  }

  /** Agencies and counters differ in the blanks around a name. */
  private static Optional<Boolean> same(SensitiveTexts texts, String one, String other) {
    try {
      return Optional.of(texts.open(one).strip().equals(texts.open(other).strip()));
    } catch (IllegalArgumentException sealedWithAnotherKey) {
      return Optional.empty(); // what cannot be read is neither; it is not worth stopping for
    }
  }
}
