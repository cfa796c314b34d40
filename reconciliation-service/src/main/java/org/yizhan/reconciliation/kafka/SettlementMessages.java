package org.yizhan.reconciliation.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.settlement.SettlementEvent;
import tools.jackson.databind.json.JsonMapper;

/** Reconciliation hears of every settlement. */
@Configuration(proxyBeanMethods = false)
class SettlementMessages {

  @Bean
  Subscription<SettlementEvent> settlements(CollectingSettlements collecting, JsonMapper mapper) {
    return Subscription.to(
        Topics.SETTLEMENTS, EventTypes.of(SettlementEvent.class, mapper), collecting);
  }
}
