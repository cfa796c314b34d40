package org.yizhan.settlement;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.kafka.KafkaAdoptionCommands;
import org.yizhan.settlement.mongo.MongoReadjudications;
import org.yizhan.settlement.mongo.MongoStoredYears;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.readjudication.JobWorks;
import org.yizhan.settlement.readjudication.NewLaw;
import org.yizhan.settlement.readjudication.Readjudicating;
import org.yizhan.settlement.readjudication.Readjudications;
import org.yizhan.settlement.simulation.Simulations;
import tools.jackson.databind.json.JsonMapper;

/** Wires by hand how a city adopts a law that reaches back. */
@Configuration(proxyBeanMethods = false)
class ReadjudicationConfiguration {

  @Bean
  Readjudications readjudications(MongoDatabase database, JsonMapper json) {
    return new MongoReadjudications(database, json);
  }

  @Bean
  NewLaw newLaw(Refolding refolding, Laws inForce) {
    return new NewLaw(refolding, inForce);
  }

  @Bean
  Readjudicating readjudicating(Simulations jobs, Laws inForce) {
    return new Readjudicating(jobs, inForce);
  }

  @Bean
  JobWorks jobWorks(
      LawBook book,
      NewLaw inForce,
      MongoDatabase database,
      Readjudications readjudications,
      Publisher publisher,
      JsonMapper json) {
    return new JobWorks(
        book,
        inForce,
        new MongoStoredYears(database, json),
        readjudications,
        new KafkaAdoptionCommands(publisher, EventTypes.of(CareCommand.class, json)));
  }
}
