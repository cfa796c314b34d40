package org.yizhan.eligibility;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
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
import org.yizhan.eligibility.premium.OwingPremiums;
import tools.jackson.databind.json.JsonMapper;

/** Wires the domain to its edges. */
@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {

  @Bean
  Persons persons(MongoDatabase database, Clock clock) {
    return new MongoPersons(database, clock.getZone());
  }

  @Bean
  Function<CitizenId, String> personNumbers(SensitiveTexts texts) {
    return citizen -> PersonNumber.ofHash(texts.hash(citizen.inClear()));
  }

  @Bean
  Subscription<RosterEvent> roster(
      Persons persons,
      SensitiveTexts texts,
      OwingPremiums owing,
      PremiumOutbound premiums,
      JsonMapper mapper) {
    var applying = new ApplyingChanges(persons, (one, other) -> differ(texts, one, other));
    var outbound = new EligibilityOutbound(EventTypes.of(EligibilityEvent.class, mapper), mapper);
    return new RosterMessages(
            EventTypes.of(RosterEvent.class, mapper), applying, outbound, owing, premiums)
        .subscription();
  }

  private static boolean differ(SensitiveTexts texts, String one, String other) {
    try {
      return !texts.open(one).equals(texts.open(other));
    } catch (IllegalArgumentException sealedWithAnotherKey) {
      return false; // what cannot be read cannot be said to differ; a remark is not worth stopping
      // for
    }
  }
}
