package org.yizhan.settlement;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.ReferenceEvent;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.eligibility.EligibilityEvent;
import org.yizhan.contracts.settlement.CareAnswer;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.kafka.CareMessages;
import org.yizhan.settlement.kafka.EligibilityMessages;
import org.yizhan.settlement.kafka.OverdueSweep;
import org.yizhan.settlement.kafka.ReferenceMessages;
import org.yizhan.settlement.kafka.SettlementMeters;
import org.yizhan.settlement.mongo.MongoBenefitYears;
import org.yizhan.settlement.mongo.MongoCoverages;
import org.yizhan.settlement.mongo.MongoEncounters;
import org.yizhan.settlement.mongo.MongoLateFindings;
import org.yizhan.settlement.mongo.MongoLawBook;
import org.yizhan.settlement.mongo.MongoRecoveries;
import org.yizhan.settlement.mongo.MongoReferenceData;
import org.yizhan.settlement.mongo.MongoReimbursementCases;
import org.yizhan.settlement.mongo.MongoRevisions;
import org.yizhan.settlement.mongo.MongoSettlements;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.readjudication.NewLaw;
import org.yizhan.settlement.readjudication.Readjudications;
import org.yizhan.settlement.reimbursement.LateFindings;
import org.yizhan.settlement.reimbursement.ReimbursementCases;
import org.yizhan.settlement.reimbursement.Reviewing;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.settling.CheckingAdmissions;
import org.yizhan.settlement.settling.Coverages;
import org.yizhan.settlement.settling.DecidingCommands;
import org.yizhan.settlement.settling.DecidingCommands.Bytes;
import org.yizhan.settlement.settling.EventBytes;
import org.yizhan.settlement.settling.NoticingLateKnowledge;
import org.yizhan.settlement.settling.Recoveries;
import org.yizhan.settlement.settling.ReferenceData;
import org.yizhan.settlement.settling.Revisions;
import org.yizhan.settlement.settling.Rules;
import org.yizhan.settlement.settling.Settlements;
import org.yizhan.settlement.settling.Stores;
import org.yizhan.settlement.settling.Trials;
import org.yizhan.settlement.web.PublishedEvents;
import tools.jackson.databind.json.JsonMapper;

/** Wires the domain by hand. */
@Configuration(proxyBeanMethods = false)
class SettlementConfiguration {

  private static final Logger log = LoggerFactory.getLogger(SettlementConfiguration.class);

  @Bean
  Laws laws(ParameterSet parameters) {
    return Laws.of(parameters);
  }

  @Bean
  Adjudication adjudication(Laws laws) {
    return new Adjudication(laws);
  }

  @Bean
  Coverages coverages(MongoDatabase database, JsonMapper json, Clock clock) {
    return new MongoCoverages(database, json, clock.getZone());
  }

  @Bean
  Settlements settlements(MongoDatabase database, JsonMapper json) {
    return new MongoSettlements(database, json);
  }

  @Bean
  BenefitYears benefitYears(MongoDatabase database, JsonMapper json) {
    return new MongoBenefitYears(database, json);
  }

  @Bean
  ReferenceData referenceData(MongoDatabase database) {
    return new MongoReferenceData(database);
  }

  @Bean
  Revisions revisions(MongoDatabase database, JsonMapper json) {
    return new MongoRevisions(database, json);
  }

  @Bean
  LawBook lawBook(MongoDatabase database, Laws laws) {
    return MongoLawBook.keeping(laws, database);
  }

  @Bean
  Refolding refolding(LawBook laws) {
    return new Refolding(laws);
  }

  @Bean
  Reviewing reviewing(Refolding refolding, LawBook laws) {
    return new Reviewing(refolding, laws);
  }

  @Bean
  ReimbursementCases reimbursementCases(MongoDatabase database, JsonMapper json) {
    return new MongoReimbursementCases(database, json);
  }

  @Bean
  Recoveries recoveries(MongoDatabase database, JsonMapper json) {
    return new MongoRecoveries(database, json);
  }

  @Bean
  LateFindings lateFindings(MongoDatabase database, MeterRegistry meters) {
    var findings = new MongoLateFindings(database);
    Gauge.builder("yizhan.late.findings", findings, LateFindings::count)
        .description("Benefit years that would have come out otherwise by what is known now")
        .register(meters);
    return findings;
  }

  @Bean
  NoticingLateKnowledge noticingLateKnowledge(
      BenefitYears years,
      Coverages coverages,
      Reviewing reviewing,
      LateFindings findings,
      MeterRegistry meters) {
    var broken =
        Counter.builder("yizhan.years.broken")
            .description("Times that a benefit year could not be read or folded when looked at")
            .register(meters);
    return new NoticingLateKnowledge(
        years,
        coverages,
        reviewing,
        findings,
        (year, failed) -> {
          broken.increment();
          log.error("benefit year {} is to be looked at", year, failed);
        });
  }

  @Bean
  Stores stores(
      BenefitYears years,
      MongoDatabase database,
      Coverages coverages,
      ReferenceData reference,
      Settlements settlements,
      Revisions revisions,
      ReimbursementCases cases,
      Readjudications readjudications,
      Recoveries recoveries) {
    return new Stores(
        years,
        new MongoEncounters(database),
        coverages,
        reference,
        settlements,
        revisions,
        cases,
        readjudications,
        recoveries);
  }

  @Bean
  Trials trials(Stores stores, Adjudication adjudication, Clock clock) {
    return new Trials(stores, adjudication, () -> OffsetDateTime.now(clock));
  }

  @Bean
  CheckingAdmissions checkingAdmissions(ReferenceData reference, Laws laws) {
    return new CheckingAdmissions(reference, laws);
  }

  @Bean
  EventTypes<SettlementEvent> settlementEvents(JsonMapper json) {
    return EventTypes.of(SettlementEvent.class, json);
  }

  @Bean
  PublishedEvents publishedEvents(EventTypes<SettlementEvent> events) {
    return new PublishedEvents(events);
  }

  @Bean
  Rules rules(Adjudication adjudication, Refolding refolding, Reviewing reviewing, NewLaw inForce) {
    return new Rules(adjudication, refolding, reviewing, inForce);
  }

  @Bean
  Subscription<CareCommand> careCommands(
      Stores stores,
      Rules rules,
      EventTypes<SettlementEvent> facts,
      PublishedEvents published,
      JsonMapper json,
      MeterRegistry meters,
      Clock clock) {
    var deciding =
        new DecidingCommands(
            stores,
            rules,
            new Bytes(
                facts::write,
                new EventBytes<>(facts::write, published::revisedIn),
                new EventBytes<>(facts::write, published::reimbursedIn),
                facts::write));
    var handler =
        new CareMessages(
            deciding,
            facts,
            EventTypes.of(CareAnswer.class, json),
            new SettlementMeters(meters),
            clock);
    return Subscription.to(Topics.CARE_COMMANDS, EventTypes.of(CareCommand.class, json), handler);
  }

  @Bean
  EligibilityMessages eligibilityMessages(
      Coverages coverages, NoticingLateKnowledge noticing, JsonMapper json, Publisher publisher) {
    return new EligibilityMessages(
        coverages, noticing, EventTypes.of(CareCommand.class, json), publisher);
  }

  @Bean
  OverdueSweep overdueSweep(EligibilityMessages messages, Clock clock) {
    return new OverdueSweep(messages, clock);
  }

  @Bean
  Subscription<EligibilityEvent> eligibility(EligibilityMessages messages, JsonMapper json) {
    return Subscription.to(
        Topics.ELIGIBILITY, EventTypes.of(EligibilityEvent.class, json), messages);
  }

  @Bean
  Subscription<ReferenceEvent> hospitals(ReferenceData data, JsonMapper json) {
    return reference(Topics.HOSPITALS, data, json);
  }

  @Bean
  Subscription<ReferenceEvent> offSiteFunctions(ReferenceData data, JsonMapper json) {
    return reference(Topics.OFF_SITE_FUNCTIONS, data, json);
  }

  private static Subscription<ReferenceEvent> reference(
      String topic, ReferenceData data, JsonMapper json) {
    return Subscription.to(
        topic, EventTypes.of(ReferenceEvent.class, json), new ReferenceMessages(data));
  }
}
