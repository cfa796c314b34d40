package org.yizhan.ledger.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.ledger.fund.ManualMoney;
import org.yizhan.ledger.journal.SettlementEntries;
import tools.jackson.databind.json.JsonMapper;

/** The ledger hears of every settlement; what moves cash is asked of the fund that pays. */
@Configuration(proxyBeanMethods = false)
class SettlementMessages {

  private static final int CONSUMERS = 2;

  @Bean
  Subscription<SettlementEvent> settlements(
      BatchPosting posting, SettlementEntries entries, FundOutbound outbound, JsonMapper mapper) {
    var settlements =
        Subscription.to(
            Topics.SETTLEMENTS,
            EventTypes.of(SettlementEvent.class, UnreadMembers.passedOverBy(mapper)),
            batch -> {
              posting.post(batch, entries::entriesFor, SettlementEntries::voucherOf);
              return Reaction.publishing(
                  batch.records().stream()
                      .flatMap(inbound -> ManualMoney.askedBy(inbound.event()).stream())
                      .map(outbound::asking)
                      .toList());
            });
    return settlements.withConsumers(CONSUMERS);
  }
}
