package org.yizhan.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.yizhan.testing.RunningApplication;
import org.yizhan.testing.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Premiums between a real broker and a real store, one story in steps. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PremiumIT {

  // A database and a group of its own: other tests leave persons on the same topics.
  private static final String GROUP =
      "eligibility-service-" + UUID.randomUUID().toString().substring(0, 8);
  private static final String ANNA = "PREMIUM-ANNA";
  private static final String BERT = "PREMIUM-BERT";
  private static final JsonMapper JSON = new JsonMapper();

  private static Wire wire;
  private static RunningApplication service;
  private static int said;

  @BeforeAll
  static void start() {
    wire = new Wire();
    service = runAt("2019-07-20T10:00:00+08:00");
  }

  private static RunningApplication runAt(String clock) {
    return RunningApplication.start(
        EligibilityService.class, "--spring.application.name=" + GROUP, "--yizhan.clock=" + clock);
  }

  /** Whoever reads these topics next finds them as before. */
  @AfterAll
  static void stop() throws Exception {
    service.close();
    wire.forget(List.of("roster", "roster.feedback", "eligibility", "calendar", "ledger"));
    wire.close();
  }

  @Test
  @Order(1)
  @DisplayName("H14, H15: either order of roster and enrolment asks once, due in the same month")
  void asksForThePremium() throws Exception {
    enrol(ANNA, "2019-06-30T09:00:00+08:00");
    mark(ANNA, "civil-affairs", "DIBAO", "2019-07-03T09:00:00+08:00");
    mark(BERT, "civil-affairs", "DIBAO", "2019-06-30T09:00:00+08:00");
    enrol(BERT, "2019-07-03T09:00:00+08:00");
    awaitAllRead();
    var anna = JSON.readTree(commandsFor(ANNA).getFirst().value());
    assertThat(anna)
        .isEqualTo(
            JSON.readTree(
                """
                { "obligationId": "%s", "personNumber": "PREMIUM-ANNA", "city": "441600", "county": "441602",
                  "year": 2019, "amount": "220.00", "category": "DIBAO", "agency": "civil-affairs",
                  "knownOn": "2019-07-03", "dueOn": "2019-07-31" }
                """
                    .formatted(anna.at("/obligationId").asString())));
    assertThat(commandsFor(ANNA)).hasSize(1);
    assertThat(commandsFor(BERT)).hasSize(1);
    assertThat(commandsFor(BERT).getFirst().value()).contains("\"dueOn\":\"2019-07-31\"");
    assertThat(commandsFor(ANNA).getFirst().key()).isEqualTo("441600/ASSISTANCE");
    assertThat(premium(ANNA, "OWED").at("/parameter/status").asString()).isEqualTo("illustrative");
  }

  @Test
  @Order(2)
  @DisplayName("H15: two agencies are one obligation; what was paid is not asked for again")
  void asksOnceForTwoAgencies() throws Exception {
    wire.send("ledger", ANNA, "premium-paid.v1", paid(commandsFor(ANNA).getFirst().value()));
    await().until(() -> premium(ANNA, "PAID") != null);
    mark(ANNA, "poverty-relief", "REGISTERED_POOR", "2019-07-20T09:00:00+08:00");
    awaitAllRead();
    assertThat(commandsFor(ANNA)).hasSize(1);
    // the ledger said so now, long after the month in which it was due: that stays to be seen
    assertThat(premium(ANNA, "PAID").at("/paidOn").asString()).isGreaterThan("2019-07-31");
    assertThat(premium(ANNA, "OWED")).isNull();
  }

  @Test
  @Order(3)
  @DisplayName("H15: everything read once more asks for the unpaid one only, in the same words")
  void redelivery() throws Exception {
    service.close();
    wire.rewind(GROUP);
    service = runAt("2019-08-01T10:00:00+08:00");
    awaitAllRead();
    assertThat(commandsFor(ANNA)).hasSize(1);
    assertThat(commandsFor(BERT)).hasSizeGreaterThan(1);
    assertThat(commandsFor(BERT).stream().map(one -> Wire.header(one, "ce_id") + one.value()))
        .containsOnly(
            Wire.header(commandsFor(BERT).getFirst(), "ce_id")
                + commandsFor(BERT).getFirst().value());
    assertThat(premium(BERT, "OVERDUE").at("/dueOn").asString()).isEqualTo("2019-07-31");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                service
                    .get("/actuator/prometheus")
                    .body()
                    .lines()
                    .anyMatch(PremiumIT::isOneOverdue));
    assertThat(service.get("/actuator/prometheus").body())
        .as("in 2019 no review of the premium is due")
        .containsPattern("yizhan_parameters_past_review\\{[^}]*city=\"441600\"[^}]*} 0");
  }

  private static boolean isOneOverdue(String line) {
    return line.startsWith("yizhan_premiums_unpaid{")
        && line.contains("state=\"OVERDUE\"")
        && !line.endsWith(" 0.0");
  }

  @Test
  @Order(4)
  @DisplayName(
      "H15: with a new year, those who are still marked and enrolled; every day may repeat")
  void aNewYear() throws Exception {
    for (var date : List.of("2019-12-31", "2020-01-01", "2020-01-01")) {
      begin(date);
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> asked(ANNA, 2020) && asked(BERT, 2020));
    assertThat(commandsFor(ANNA)).hasSize(2);
    assertThat(commandsFor(ANNA).getLast().value())
        .contains("\"dueOn\":\"2020-01-31\"", "\"knownOn\":\"2020-01-01\"");
  }

  private static boolean asked(String person, int year) {
    return commandsFor(person).stream().anyMatch(one -> one.value().contains("\"year\":" + year));
  }

  private static void begin(String date) throws Exception {
    wire.send("calendar", date, "day-began.v1", "{\"date\":\"" + date + "\"}");
  }

  @Test
  @Order(5)
  @DisplayName(
      "H15: what is unpaid is asked for again each day, in the same words; what is paid not")
  void asksAgainEachDay() throws Exception {
    var before = commandsFor(ANNA);
    begin("2020-01-02");
    begin("2020-01-02");
    await().atMost(Duration.ofSeconds(20)).until(() -> commandsFor(ANNA).size() > before.size());
    awaitAllRead();
    assertThat(texts(commandsFor(ANNA)))
        .as("2019 is paid; of 2020 as on the first day")
        .containsExactly(
            texts(before).getFirst(), texts(before).getLast(), texts(before).getLast());
    wire.send("ledger", ANNA, "premium-paid.v1", paid(before.getLast().value()));
    awaitAllRead();
    var ofBert = commandsFor(BERT);
    begin("2020-01-03");
    await().atMost(Duration.ofSeconds(20)).until(() -> commandsFor(BERT).size() > ofBert.size());
    assertThat(texts(commandsFor(BERT))).hasSize(ofBert.size() + 2);
    assertThat(texts(commandsFor(BERT)).stream().distinct())
        .as("2019 and 2020")
        .containsExactlyElementsOf(texts(ofBert).stream().distinct().toList());
    assertThat(commandsFor(ANNA)).hasSize(3);
  }

  private static List<String> texts(List<ConsumerRecord<String, String>> commands) {
    return commands.stream().map(one -> Wire.header(one, "ce_id") + one.value()).toList();
  }

  @Test
  @Order(6)
  void pagesAndRefusesWrongQuestions() {
    var path = "/api/premiums?city=441600&limit=1";
    var first = JSON.readTree(service.get(path).body());
    var second = JSON.readTree(service.get(path + "&after=" + first.at("/next").asString()).body());
    assertThat(first.at("/premiums").size()).isEqualTo(1);
    assertThat(second.at("/premiums/0/obligationId"))
        .isNotEqualTo(first.at("/premiums/0/obligationId"));
    assertProblem("/api/premiums", "city");
    assertProblem("/api/premiums?city=Heyuan", "city");
    assertProblem("/api/premiums?city=441600&state=LATE", "state");
    assertProblem("/api/premiums?city=441600&limit=1001", "limit");
    assertProblem("/api/premiums?city=441600&limit=x", "limit");
    assertProblem("/api/premiums?city=441600&after=x", "after");
    assertThat(service.get("/api/premiums?city=330300").body()).isEqualTo("{\"premiums\":[]}");
  }

  private static void assertProblem(String path, String field) {
    var answer = service.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asString()).isEqualTo(field);
  }

  private static void awaitAllRead() {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> wire.hasReadAll(GROUP, List.of("roster", "ledger", "calendar")));
  }

  private static List<ConsumerRecord<String, String>> commandsFor(String person) {
    return wire.all("fund.commands").stream()
        .filter(one -> one.value().contains("\"" + person + "\""))
        .toList();
  }

  private static String paid(String command) {
    return command.replace("\"knownOn\"", "\"paidOn\"");
  }

  /** Null when the person has none in that state. */
  private static JsonNode premium(String person, String state) {
    var answer = service.get("/api/premiums?limit=1000&city=441600&state=" + state);
    for (var row : JSON.readTree(answer.body()).at("/premiums")) {
      if (row.at("/personNumber").asString().equals(person)) {
        return row;
      }
    }
    return null;
  }

  private static void enrol(String person, String receivedAt) throws Exception {
    report(
        "enrolment-reported.v1",
        person,
        "medical-insurance",
        receivedAt,
        """
        "city": "441600", "county": "441602", "scheme": "RESIDENT", "status": null, "from": "2019-01-01", "to": null\
        """);
  }

  private static void mark(String person, String agency, String category, String receivedAt)
      throws Exception {
    report(
        "mark-reported.v1",
        person,
        agency,
        receivedAt,
        """
        "kind": "JOINED", "county": "441602", "category": "%s", "effectiveFrom": "2019-07-01", "effectiveTo": null,
        "basis": null, "standardPercent": null\
        """
            .formatted(category));
  }

  private static void report(
      String type, String person, String agency, String receivedAt, String members)
      throws Exception {
    wire.send(
        "roster",
        person,
        type,
        """
        { "origin": { "changeId": "premium-%d", "agency": "%s", "personNumber": "%s",
            "source": { "topic": "roster.changes", "partition": 0, "offset": %d },
            "maskedId": "441600********0014", "sealedId": "-", "sealedName": null,
            "receivedAt": "%s", "remarks": [] }, %s }
        """
            .formatted(said, agency, person, said++, receivedAt, members));
  }
}
