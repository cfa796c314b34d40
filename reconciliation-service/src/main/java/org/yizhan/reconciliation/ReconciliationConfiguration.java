package org.yizhan.reconciliation;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.reconciliation.hospitalmonth.CollectingAdvances;

/** Wires the domain by hand. */
@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

  /** The clock lends its zone only: the month comes from the event. */
  @Bean
  CollectingAdvances collectingAdvances(Clock clock) {
    return new CollectingAdvances(clock.getZone());
  }
}
