package org.yizhan.settlement;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.ReferenceEvent;
import org.yizhan.contracts.agency.ReferenceEvent.HospitalRegistered;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.eligibility.EligibilityEvent;
import org.yizhan.contracts.eligibility.EligibilityEvent.CoverageChanged;
import org.yizhan.local.Engines;
import org.yizhan.settlement.settling.ReferenceData;
import tools.jackson.databind.json.JsonMapper;

/** The whole service against a real broker and a real store. */
@SpringBootTest(
    classes = SettlementService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SettlementOnRealEngines {

  static final String HOSPITAL = "H44160200001";
  static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2019-11-15T10:00:00+08:00");

  @Autowired Publisher publisher;
  @Autowired JsonMapper json;
  @Autowired MongoDatabase database;
  @Autowired ReferenceData reference;
  @LocalServerPort int port;

  TopicReader settlements;
  TopicReader answers;
  String person;

  @DynamicPropertySource
  static void engines(DynamicPropertyRegistry registry) {
    var engines = Engines.forTests();
    engines.createTopics(2);
    registry.add("YIZHAN_KAFKA_BOOTSTRAP", engines::kafkaBootstrap);
    registry.add("YIZHAN_MONGODB_URI", engines::mongoUri);
  }

  @BeforeAll
  void registerTheHospital() throws InterruptedException {
    settlements = new TopicReader(Engines.forTests().kafkaBootstrap(), Topics.SETTLEMENTS);
    answers = new TopicReader(Engines.forTests().kafkaBootstrap(), Topics.CARE_ANSWERS);
    var types = EventTypes.of(ReferenceEvent.class, json);
    var registered = new HospitalRegistered(HOSPITAL, "河源市人民医院", 3, "441602", "2019-01-01", null);
    publish(Topics.HOSPITALS, HOSPITAL, types.nameOf(registered), types.write(registered));
    while (reference.hospital(HOSPITAL).isEmpty()) {
      Thread.sleep(50);
    }
  }

  @AfterAll
  void close() {
    settlements.close();
    answers.close();
  }

  @BeforeEach
  void aNewPerson() {
    person = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase();
  }

  int claimsOf(String who) {
    var year =
        database.getCollection("benefitYears").find(new org.bson.Document("person", who)).first();
    return year == null ? 0 : year.getList("claims", Object.class).size();
  }

  Coverage coverage(long version, String... categories) {
    var marks = new ArrayList<Mark>();
    for (var category : categories) {
      marks.add(
          new Mark(
              category,
              "441602",
              "civil-affairs",
              LocalDate.parse("2019-07-01"),
              null,
              "test",
              RECEIVED,
              null));
    }
    var enrolment =
        new Enrolment(
            Scheme.RESIDENT, null, LocalDate.parse("2019-01-01"), null, "441600", "441602");
    return new Coverage(
        person,
        "441600********0014",
        "441600",
        "441602",
        version,
        List.of(enrolment),
        marks,
        List.of());
  }

  void sayCoverage(long version, String... categories) {
    say(coverage(version, categories));
  }

  void say(Coverage coverage) {
    var types = EventTypes.of(EligibilityEvent.class, json);
    publish(
        Topics.ELIGIBILITY,
        person,
        "coverage-changed.v1",
        types.write(new CoverageChanged(coverage)));
    var document =
        new org.bson.Document("_id", person).append("version", coverage.eligibilityVersion());
    while (database.getCollection("coverages").countDocuments(document) == 0) {
      Thread.onSpinWait();
    }
  }

  void send(CareCommand command) {
    var types = EventTypes.of(CareCommand.class, json);
    publish(Topics.CARE_COMMANDS, person, types.nameOf(command), types.write(command));
  }

  private void publish(String topic, String key, String type, byte[] data) {
    publisher.publish(List.of(new Outbound(topic, key, type, UUID.randomUUID(), null, null, data)));
  }

  DischargeBuilder discharge(String encounterId) {
    return new DischargeBuilder(encounterId + person);
  }

  final class DischargeBuilder {
    private final String encounterId;
    private UUID settlementId = UUID.randomUUID();
    private Long eligibilityVersion;
    private UUID replaces;
    private String total = "50000.00";
    private String inPolicy = "42000.00";

    DischargeBuilder(String encounterId) {
      this.encounterId = encounterId;
    }

    DischargeBuilder settlementId(UUID id) {
      this.settlementId = id;
      return this;
    }

    DischargeBuilder eligibilityVersion(long version) {
      this.eligibilityVersion = version;
      return this;
    }

    DischargeBuilder replaces(UUID cancelled) {
      this.replaces = cancelled;
      return this;
    }

    DischargeBuilder total(String newTotal, String newInPolicy) {
      this.total = newTotal;
      this.inPolicy = newInPolicy;
      return this;
    }

    SettleDischarge build() {
      var bill =
          new Bill(
              Money.of(total),
              Money.of("5000.00"),
              Money.ZERO,
              Money.of("3000.00"),
              Money.of(inPolicy));
      return new SettleDischarge(
          UUID.randomUUID(),
          settlementId,
          HOSPITAL,
          encounterId,
          person,
          LocalDate.parse("2019-11-01"),
          LocalDate.parse("2019-11-15"),
          "I63.900",
          bill,
          eligibilityVersion,
          replaces,
          RECEIVED);
    }
  }
}
