package org.yizhan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

/**
 * The service on a real broker and a real store: decided once, waited for, refused with a reason.
 */
@SpringBootTest(
    classes = SettlementService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementIT {

  private static final String HOSPITAL = "H44160200001";
  private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2019-11-15T10:00:00+08:00");

  @Autowired Publisher publisher;
  @Autowired JsonMapper json;
  @Autowired MongoDatabase database;
  @Autowired ReferenceData reference;
  @LocalServerPort int port;

  private TopicReader settlements;
  private TopicReader answers;
  private String person;

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

  @Test
  @DisplayName("H1, H4: a discharge is divided among all payers of the chain at once")
  void settlesADischarge() {
    sayCoverage(1, "DIBAO");
    var command = discharge("ZY1").build();
    send(command);
    var said = settlements.await(command.settlementId(), s -> !s.isEmpty());
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().key()).isEqualTo(person);
    assertThat(said.getFirst().json())
        .contains(
            "\"amount\":\"26845.00\"",
            "\"amount\":\"6422.50\"",
            "\"amount\":\"6986.00\"",
            "\"patient\":\"9746.50\"");
  }

  @Test
  void theSameCommandAgainPublishesTheSameBytesAndChangesNothing() {
    sayCoverage(1, "DIBAO");
    var command = discharge("ZY2").build();
    send(command);
    settlements.await(command.settlementId(), s -> s.size() == 1);
    send(command);
    var both = settlements.await(command.settlementId(), s -> s.size() == 2);
    assertThat(both.get(0)).isEqualTo(both.get(1));
    assertThat(claimsOf(person)).isEqualTo(1);
  }

  @Test
  void anotherCommandWithTheSameBodyIsAnsweredAndNeverReachesTheBooks() {
    sayCoverage(1, "DIBAO");
    var first = discharge("ZY3").build();
    var second = discharge("ZY3").settlementId(first.settlementId()).build();
    send(first);
    send(second);
    var answer = answers.await(first.settlementId(), s -> !s.isEmpty()).getFirst();
    assertThat(answer.type()).isEqualTo("settlement-repeated.v1");
    assertThat(answer.json()).contains(second.commandId().toString(), "\"patient\":\"9746.50\"");
    assertThat(settlements.about(first.settlementId())).hasSize(1);
  }

  @Test
  void theSameEncounterWithAnotherBodyIsAConflict() {
    sayCoverage(1, "DIBAO");
    send(discharge("ZY4").build());
    var other = discharge("ZY4").total("60000.00", "52000.00").build();
    send(other);
    var answer = answers.await(other.settlementId(), s -> !s.isEmpty()).getFirst();
    assertThat(answer.json()).contains("\"status\":409", "encounter-conflict");
    assertThat(claimsOf(person)).isEqualTo(1);
  }

  @Test
  @DisplayName("H13: a discharge that carries a newer eligibility version waits for it and uses it")
  void waitsForTheVersionThatTheHospitalSaw() {
    sayCoverage(1);
    var command = discharge("ZY5").eligibilityVersion(2).build();
    send(command);
    var early = discharge("ZY5b").build();
    send(early);
    settlements.await(early.settlementId(), s -> s.size() == 1);
    assertThat(settlements.about(command.settlementId())).isEmpty();
    sayCoverage(2, "DIBAO");
    var said = settlements.await(command.settlementId(), s -> !s.isEmpty());
    assertThat(said.getFirst().json())
        .contains("\"category\":\"DIBAO\"", "\"eligibilityVersion\":2");
  }

  @Test
  void anInventedVersionHarmsOnlyItsSender() {
    sayCoverage(1, "DIBAO");
    var command = discharge("ZY6").eligibilityVersion(99).build();
    send(command);
    var answer = answers.await(command.settlementId(), s -> !s.isEmpty()).getFirst();
    assertThat(answer.json()).contains("eligibility-version-unknown");
    assertThat(
            database
                .getCollection("coverages")
                .find(new org.bson.Document("_id", person))
                .first()
                .getList("waiting", Object.class))
        .isEmpty();
  }

  @Test
  void aRefusalFreesTheEncounterForTheCorrectedBill() {
    var early = discharge("ZY7").build();
    send(early);
    assertThat(answers.await(early.settlementId(), s -> !s.isEmpty()).getFirst().json())
        .contains("unknown-person");
    sayCoverage(1, "DIBAO");
    var again = discharge("ZY7").settlementId(early.settlementId()).build();
    do {
      send(again = discharge("ZY7").settlementId(early.settlementId()).build());
    } while (settlements.about(early.settlementId()).isEmpty());
    assertThat(claimsOf(person)).isEqualTo(1);
  }

  @Test
  void manyCommandsForOneYearInOneBatchAreDecidedInOrder() {
    sayCoverage(1, "LOW_INCOME_SERIOUSLY_ILL");
    var commands = new ArrayList<SettleDischarge>();
    for (int i = 0; i < 30; i++) {
      commands.add(discharge("ZY8-" + i).build());
    }
    commands.forEach(this::send);
    for (var command : commands) {
      settlements.await(command.settlementId(), s -> s.size() == 1);
    }
    assertThat(claimsOf(person)).isEqualTo(30);
    var last = settlements.about(commands.getLast().settlementId()).getFirst().json();
    assertThat(last).contains("\"ASSISTANCE\":\"80000.00\"");
  }

  @Test
  @DisplayName("H9, H14: the check at admission is answered for the coverage it carries")
  void checksAnAdmission() throws Exception {
    var coverage = coverage(7, "TEKUN");
    var answer = ask(Map.of("coverage", coverage, "hospitalCode", HOSPITAL));
    assertThat(json.readTree(answer.body()))
        .isEqualTo(
            json.readTree(
                """
                { "personNumber": "%s", "maskedId": "441600********0014", "hospitalCode": "H44160200001",
                  "admissionDate": "2019-11-01", "city": "441600", "county": "441602", "scheme": "RESIDENT", "status": null,
                  "place": "IN_CITY", "filing": { "needed": false, "found": null }, "offSiteFunctionOpen": null,
                  "oneStop": true, "depositWaived": true,
                  "categories": [ { "category": "TEKUN", "county": "441602", "agency": "civil-affairs", "since": "2019-07-01" } ],
                  "reasons": [ "Nothing will come from POVERTY: no entitling mark counts on the admission date." ],
                  "eligibilityVersion": 7 }
                """
                    .formatted(person)));
    var unknown = ask(Map.of("coverage", coverage, "hospitalCode", "H44160299999"));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("\"unknown-hospital\"");
  }

  private HttpResponse<String> ask(Map<String, Object> question) throws Exception {
    var body = new HashMap<>(question);
    body.put("admissionDate", "2019-11-01");
    try (var http = HttpClient.newHttpClient()) {
      var uri = URI.create("http://localhost:" + port + "/internal/admission-checks");
      var request =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  private int claimsOf(String who) {
    var year =
        database.getCollection("benefitYears").find(new org.bson.Document("person", who)).first();
    return year == null ? 0 : year.getList("claims", Object.class).size();
  }

  private Coverage coverage(long version, String... categories) {
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

  private void sayCoverage(long version, String... categories) {
    var coverage = coverage(version, categories);
    var types = EventTypes.of(EligibilityEvent.class, json);
    publish(
        Topics.ELIGIBILITY,
        person,
        "coverage-changed.v1",
        types.write(new CoverageChanged(coverage)));
    var document = new org.bson.Document("_id", person).append("version", version);
    while (database.getCollection("coverages").countDocuments(document) == 0) {
      Thread.onSpinWait();
    }
  }

  private void send(SettleDischarge command) {
    var types = EventTypes.of(CareCommand.class, json);
    publish(
        Topics.CARE_COMMANDS, command.personNumber(), types.nameOf(command), types.write(command));
  }

  private void publish(String topic, String key, String type, byte[] data) {
    publisher.publish(List.of(new Outbound(topic, key, type, UUID.randomUUID(), null, null, data)));
  }

  private DischargeBuilder discharge(String encounterId) {
    return new DischargeBuilder(encounterId + person);
  }

  private final class DischargeBuilder {
    private final String encounterId;
    private UUID settlementId = UUID.randomUUID();
    private Long eligibilityVersion;
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
          null,
          RECEIVED);
    }
  }
}
