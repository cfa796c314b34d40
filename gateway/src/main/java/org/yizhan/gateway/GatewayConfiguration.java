package org.yizhan.gateway;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.gateway.intake.AcceptingCancellations;
import org.yizhan.gateway.intake.AcceptingDischarges;
import org.yizhan.gateway.intake.AcceptingReimbursements;
import org.yizhan.gateway.intake.Asking;
import org.yizhan.gateway.intake.CareCommands;
import org.yizhan.gateway.intake.Identities;
import org.yizhan.gateway.intake.KnownCases;
import org.yizhan.gateway.intake.KnownSettlements;
import org.yizhan.gateway.intake.PendingSettlements;
import org.yizhan.gateway.intake.PreparingCommands;
import org.yizhan.gateway.intake.PreparingCommands.Stamp;
import org.yizhan.gateway.intake.WaitingRoom;
import org.yizhan.gateway.kafka.Answers;
import org.yizhan.gateway.kafka.KafkaCareCommands;
import org.yizhan.gateway.mongo.MongoPendingSettlements;
import tools.jackson.databind.json.JsonMapper;

/** Wires the intake by hand. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

  @Bean
  JsonBody jsonBody(JsonMapper mapper, IntakeProperties intake) {
    return new JsonBody(mapper, intake.bodyMax());
  }

  @Bean
  Supplier<Stamp> stamps(Clock clock) {
    return () ->
        new Stamp(UUID.randomUUID(), OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS));
  }

  @Bean
  PreparingCommands preparingCommands(Identities identities, Supplier<Stamp> stamps) {
    return new PreparingCommands(identities, stamps);
  }

  @Bean
  AcceptingCancellations acceptingCancellations(
      KnownSettlements settlements, Asking asking, Supplier<Stamp> stamps) {
    return new AcceptingCancellations(settlements, asking, stamps);
  }

  @Bean
  AcceptingReimbursements acceptingReimbursements(
      KnownCases cases, Asking asking, Supplier<Stamp> stamps) {
    return new AcceptingReimbursements(cases, asking, stamps);
  }

  @Bean
  Asking asking(CareCommands commands, WaitingRoom waitingRoom) {
    return new Asking(commands, waitingRoom);
  }

  @Bean
  WaitingRoom waitingRoom(IntakeProperties intake) {
    return new WaitingRoom(intake.waitingMax());
  }

  @Bean
  PendingSettlements pendingSettlements(MongoDatabase database) {
    return new MongoPendingSettlements(database);
  }

  @Bean
  CareCommands careCommands(
      KafkaTemplate<String, byte[]> template,
      JsonMapper mapper,
      @Value("${spring.application.name}") String service) {
    return new KafkaCareCommands(
        new Publisher(template, service), EventTypes.of(CareCommand.class, mapper));
  }

  @Bean
  AcceptingDischarges acceptingDischarges(
      PreparingCommands preparing, Asking asking, PendingSettlements pending) {
    return new AcceptingDischarges(preparing, asking, pending);
  }

  @Bean
  Answers answers(
      ConsumerFactory<String, byte[]> consumers, WaitingRoom waitingRoom, JsonMapper mapper) {
    var settings = new HashMap<>(consumers.getConfigurationProperties());
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    return new Answers(settings, waitingRoom, mapper);
  }
}
