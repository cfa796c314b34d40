package org.yizhan.ledger;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.chain.Chaining;
import org.yizhan.ledger.chain.DaySeals;
import org.yizhan.ledger.chain.Links;
import org.yizhan.ledger.chain.SealingDays;
import org.yizhan.ledger.journal.SettlementEntries;

/** Wires the domain by hand. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  ChartOfAccounts chartOfAccounts() {
    return ChartOfAccounts.load("/chart-of-accounts.yaml");
  }

  /** The clock lends its zone only: the booking date comes from the event. */
  @Bean
  SettlementEntries settlementEntries(Clock clock) {
    return new SettlementEntries(clock.getZone());
  }

  @Bean
  Chaining chaining(Links links) {
    return new Chaining(links);
  }

  @Bean
  SealingDays sealingDays(Links links, DaySeals seals) {
    return new SealingDays(links, seals);
  }
}
