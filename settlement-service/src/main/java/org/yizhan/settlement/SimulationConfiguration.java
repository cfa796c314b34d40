package org.yizhan.settlement;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.settlement.kafka.LedgerMessages;
import org.yizhan.settlement.mongo.MongoRunways;
import org.yizhan.settlement.mongo.MongoSimulations;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.readjudication.JobWorks;
import org.yizhan.settlement.simulation.AskingWhatIf;
import org.yizhan.settlement.simulation.RunningSimulations;
import org.yizhan.settlement.simulation.Runways;
import org.yizhan.settlement.simulation.Simulations;
import org.yizhan.settlement.web.SimulationSweep;
import tools.jackson.databind.json.JsonMapper;

/** Wires what-if and the jobs that are worked on like it: beside the settling of bills. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

  private static final Logger log = LoggerFactory.getLogger(SimulationConfiguration.class);

  @Bean
  Simulations simulations(MongoDatabase database, JsonMapper json) {
    return new MongoSimulations(database, json);
  }

  @Bean
  AskingWhatIf askingWhatIf(Simulations simulations, Laws laws) {
    return new AskingWhatIf(simulations, laws);
  }

  @Bean
  RunningSimulations runningSimulations(Simulations simulations, JobWorks works) {
    return new RunningSimulations(
        simulations, works, failed -> log.error("an attempt at a simulation failed", failed));
  }

  @Bean
  SimulationSweep simulationSweep(RunningSimulations running) {
    return new SimulationSweep(running, Clock.systemUTC());
  }

  @Bean
  Runways runways(MongoDatabase database, JsonMapper json) {
    return new MongoRunways(database, json);
  }

  @Bean
  Subscription<LedgerEvent> ledgerEvents(Runways runways, JsonMapper json) {
    return Subscription.to(
        Topics.LEDGER, EventTypes.of(LedgerEvent.class, json), new LedgerMessages(runways));
  }
}
