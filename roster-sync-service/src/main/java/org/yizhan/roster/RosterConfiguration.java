package org.yizhan.roster;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.chassis.privacy.SensitiveTexts;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.AgencyAnswer;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.roster.answer.AnswerTotals;
import org.yizhan.roster.change.Desk;
import org.yizhan.roster.change.ExaminingRosters;
import org.yizhan.roster.change.Merges;
import org.yizhan.roster.change.PrivateTexts;
import org.yizhan.roster.change.ReceivingChanges;
import org.yizhan.roster.countylist.CountyLists;
import org.yizhan.roster.countylist.ListRules;
import org.yizhan.roster.countylist.PushingLists;
import org.yizhan.roster.countylist.SharingPlatform;
import org.yizhan.roster.fullroster.ClosingRosters;
import org.yizhan.roster.fullroster.ReceivingRosters;
import org.yizhan.roster.fullroster.RosterStores;
import org.yizhan.roster.fullroster.Rosters;
import org.yizhan.roster.kafka.AgencyMessages;
import org.yizhan.roster.kafka.FeedbackMessages;
import org.yizhan.roster.kafka.KafkaRosterLog;
import org.yizhan.roster.kafka.RosterOutbound;
import org.yizhan.roster.kafka.RosterSweep;
import org.yizhan.roster.kafka.RosterTelling;
import org.yizhan.roster.mongo.MongoAcceptedChanges;
import org.yizhan.roster.mongo.MongoAnswerTotals;
import org.yizhan.roster.mongo.MongoCountyLists;
import org.yizhan.roster.mongo.MongoMerges;
import org.yizhan.roster.mongo.MongoRosterEntries;
import org.yizhan.roster.mongo.MongoRosters;
import org.yizhan.roster.mongo.MongoUploads;
import org.yizhan.roster.reference.ReferenceData;
import org.yizhan.roster.upload.UploadingRosters;
import org.yizhan.roster.web.ListSweep;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wires the domain to its edges. One subscription bean per desk: the chassis makes a consumer of
 * each.
 */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {

  @Bean
  ReferenceData referenceData() {
    return ReferenceData.load();
  }

  @Bean
  RosterStores rosterStores(MongoDatabase database, Merges merges, JsonMapper mapper, Clock clock) {
    return new RosterStores(
        new MongoRosters(database, mapper),
        new MongoRosterEntries(database, clock.getZone()),
        merges);
  }

  @Bean
  Rosters rosters(RosterStores stores) {
    return stores.rosters();
  }

  @Bean
  RosterOutbound rosterOutbound(JsonMapper mapper) {
    return new RosterOutbound(EventTypes.of(RosterEvent.class, mapper), mapper);
  }

  @Bean
  Merges merges(MongoDatabase database) {
    return new MongoMerges(database);
  }

  @Bean
  ReceivingChanges receivingChanges(
      ReferenceData reference,
      MongoDatabase database,
      Merges merges,
      SensitiveTexts texts,
      Clock clock) {
    return new ReceivingChanges(
        reference,
        new MongoAcceptedChanges(database, clock.getZone()),
        merges,
        privateTexts(texts));
  }

  @Bean
  ExaminingRosters examiningRosters(ReferenceData reference, SensitiveTexts texts) {
    return new ExaminingRosters(reference, privateTexts(texts));
  }

  @Bean
  UploadingRosters uploadingRosters(
      Publisher publisher, JsonMapper mapper, SensitiveTexts texts, MongoDatabase database) {
    var log =
        new KafkaRosterLog(
            publisher, EventTypes.of(AgencyMessage.class, mapper), privateTexts(texts));
    return new UploadingRosters(log, new MongoUploads(database));
  }

  @Bean
  AgencyMessages agencyMessages(
      ReceivingChanges changes,
      ExaminingRosters examining,
      RosterStores stores,
      RosterOutbound outbound,
      JsonMapper mapper) {
    return new AgencyMessages(
        EventTypes.of(AgencyMessage.class, mapper),
        changes,
        new ReceivingRosters(changes, examining, stores),
        outbound);
  }

  @Bean
  RosterSweep rosterSweep(
      RosterStores stores,
      ReferenceData reference,
      RosterOutbound outbound,
      Publisher publisher,
      MeterRegistry meters) {
    return new RosterSweep(
        new ClosingRosters(stores, new RosterTelling(publisher, outbound, meters), reference));
  }

  @Bean
  AnswerTotals answerTotals(MongoDatabase database) {
    return new MongoAnswerTotals(database);
  }

  @Bean
  Subscription<AgencyAnswer> feedback(AnswerTotals totals, JsonMapper mapper) {
    return new FeedbackMessages(EventTypes.of(AgencyAnswer.class, mapper), totals).subscription();
  }

  @Bean
  CountyLists countyLists(MongoDatabase database, Merges merges, JsonMapper mapper, Clock clock) {
    return new MongoCountyLists(database, merges, mapper, clock.getZone());
  }

  @Bean
  PushingLists pushingLists(CountyLists lists, SharingPlatform platform) {
    return new PushingLists(lists, platform, ListRules.Dated.load());
  }

  /**
   * @param platform empty where the counties have none
   */
  @Bean
  ListSweep listSweep(
      PushingLists pushing,
      ReferenceData reference,
      @Value("${YIZHAN_SHARING_PLATFORM_URL:}") String platform,
      Clock clock,
      MeterRegistry meters) {
    Set<String> counties = platform.isBlank() ? Set.of() : reference.divisionCodes();
    return new ListSweep(pushing, counties, clock, meters);
  }

  private static PrivateTexts privateTexts(SensitiveTexts texts) {
    return new PrivateTexts() {
      @Override
      public byte[] hash(String text) {
        return texts.hash(text);
      }

      @Override
      public String seal(String text) {
        return texts.seal(text);
      }
    };
  }

  @Bean
  Subscription<AgencyMessage> enrolmentChanges(AgencyMessages messages) {
    return messages.of(Desk.at(Topics.ENROLMENT_CHANGES));
  }

  @Bean
  Subscription<AgencyMessage> filingChanges(AgencyMessages messages) {
    return messages.of(Desk.at(Topics.FILING_CHANGES));
  }

  @Bean
  Subscription<AgencyMessage> civilAffairsChanges(AgencyMessages messages) {
    return messages.of(Desk.at(Topics.ROSTER_CHANGES_PREFIX + "civil-affairs"));
  }

  @Bean
  Subscription<AgencyMessage> povertyReliefChanges(AgencyMessages messages) {
    return messages.of(Desk.at(Topics.ROSTER_CHANGES_PREFIX + "poverty-relief"));
  }

  @Bean
  Subscription<AgencyMessage> disabledPersonsChanges(AgencyMessages messages) {
    return messages.of(Desk.at(Topics.ROSTER_CHANGES_PREFIX + "disabled-persons"));
  }

  @Bean
  Subscription<AgencyMessage> veteransAffairsChanges(AgencyMessages messages) {
    return messages.of(Desk.at(Topics.ROSTER_CHANGES_PREFIX + "veterans-affairs"));
  }
}
