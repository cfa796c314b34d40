package org.yizhan.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.eligibility.Told.TEXTS;
import static org.yizhan.eligibility.Told.id;
import static org.yizhan.eligibility.Told.numberOf;
import static org.yizhan.testing.RunningApplication.storedText;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.yizhan.contracts.CitizenId;
import org.yizhan.testing.RunningApplication;
import org.yizhan.testing.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two numbers of one human on a real broker and store, one story in steps. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MergedPersonsIT {

  // A database and a group of its own: other tests leave persons on the same topics.
  private static final String GROUP =
      "eligibility-service-" + UUID.randomUUID().toString().substring(0, 8);
  private static final String OLD = id("44160019750316001");
  private static final String STAYS = id("44160019750316002");
  private static final List<String> TOPICS = List.of("roster", "roster.feedback", "eligibility");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Told TOLD = new Told();

  private static Wire wire;
  private static RunningApplication service;

  @BeforeAll
  static void start() throws Exception {
    wire = new Wire();
    wire.forget(TOPICS);
    service = run();
  }

  private static RunningApplication run() {
    return RunningApplication.start(EligibilityService.class, "--spring.application.name=" + GROUP);
  }

  /** Whoever reads these topics next finds them as before. */
  @AfterAll
  static void stop() throws Exception {
    service.close();
    wire.forget(TOPICS);
    wire.close();
  }

  @Test
  @Order(1)
  @DisplayName("H11, H12: merged, the person who stays has both halves and answers the merge")
  void merges() throws Exception {
    report("mark-reported.v1", mark(OLD, "m-old", "JOINED", "2019-07-01"));
    report("enrolment-reported.v1", TOLD.enrolment(STAYS, "e-stays", null));
    awaitAllRead();
    report("person-merged.v1", merge("merge-1"));
    awaitAllRead();
    var stays = JSON.readTree(get("/api/persons/" + numberOf(STAYS)));
    assertThat(stays.path("eligibilityVersion").asLong()).isEqualTo(2);
    assertThat(stays.path("mergedFrom").toString()).isEqualTo("[\"" + numberOf(OLD) + "\"]");
    assertThat(stays.path("marks")).hasSize(1);
    assertThat(stays.at("/marks/0/agency").asString()).isEqualTo("civil-affairs");
    assertThat(stays.at("/marks/0/recordedAt").asString()).startsWith("2020-01-01T08:00:00");
    assertThat(stays.path("enrolments")).hasSize(1);
    assertThat(stays.path("maskedId").asString()).isEqualTo(CitizenId.mask(STAYS));

    var old = JSON.readTree(get("/api/persons/" + numberOf(OLD)));
    assertThat(old.path("mergedInto").asString()).isEqualTo(numberOf(STAYS));
    assertThat(old.path("marks")).hasSize(1);

    var answers = feedbackOn("merge-1");
    assertThat(answers).hasSize(1);
    var answer = JSON.readTree(answers.getFirst().value());
    assertThat(answer.path("outcome").asString()).isEqualTo("ACCEPTED");
    assertThat(answer.path("personNumber").asString()).isEqualTo(numberOf(STAYS));
    assertThat(answer.path("eligibilityVersion").asLong()).isEqualTo(2);
  }

  @Test
  @Order(2)
  @DisplayName("H12, H13: a change under the old ID is in force, and answered, under the new one")
  void laterChangesGoOn() throws Exception {
    report("mark-reported.v1", mark(OLD, "m-late", "LEFT", "2019-10-01"));
    awaitAllRead();
    var answer = JSON.readTree(feedbackOn("m-late").getFirst().value());
    assertThat(answer.path("personNumber").asString()).isEqualTo(numberOf(STAYS));
    assertThat(answer.path("eligibilityVersion").asLong()).isEqualTo(3);
    var stays = JSON.readTree(get("/api/persons/" + numberOf(STAYS)));
    assertThat(stays.at("/marks/0/effectiveTo").asString()).isEqualTo("2019-09-30");
    assertThat(feedbackOn("m-late")).hasSize(1);
  }

  @Test
  @Order(3)
  @DisplayName("H9: whoever asks by the old ID or number finds the person who stays")
  void lookUpsFollow() throws Exception {
    for (var id : List.of(OLD, STAYS)) {
      var found = JSON.readTree(post("/internal/id-lookups", Map.of("idNumber", id)));
      assertThat(found.path("personNumber").asString()).isEqualTo(numberOf(STAYS));
      assertThat(found.path("eligibilityVersion").asLong()).isEqualTo(3);
      var coverage = JSON.readTree(post("/internal/coverage-lookups", Map.of("idNumber", id)));
      assertThat(coverage.at("/coverage/personNumber").asString()).isEqualTo(numberOf(STAYS));
    }
    var byNumber = post("/internal/coverage-lookups", Map.of("personNumber", numberOf(OLD)));
    assertThat(JSON.readTree(byNumber).at("/coverage/personNumber").asString())
        .isEqualTo(numberOf(STAYS));
  }

  @Test
  @Order(4)
  @DisplayName("H11: categories follow since the merge was known, the history stays where it was")
  void readsOfTheOldNumber() throws Exception {
    var path = "/api/persons/" + numberOf(OLD);
    var now = JSON.readTree(get(path + "/categories?on=2019-08-01"));
    assertThat(now.path("personNumber").asString()).isEqualTo(numberOf(STAYS));
    assertThat(now.path("askedFor").asString()).isEqualTo(numberOf(OLD));
    assertThat(now.path("categories")).hasSize(1);
    var then = JSON.readTree(get(path + "/categories?on=2019-08-01&knownAt=2020-01-15T08:00:00Z"));
    assertThat(then.path("personNumber").asString()).isEqualTo(numberOf(OLD));
    assertThat(then.has("askedFor")).isFalse();
    assertThat(then.path("categories")).isEmpty(); // never enrolled under this number (H14)

    var old = JSON.readTree(get(path + "/history")).path("reports");
    assertThat(typesIn(old)).containsExactly("MARK", "MERGE");
    assertThat(old.at("/1/said/mergedInto").asString()).isEqualTo(numberOf(STAYS));
    var stays = JSON.readTree(get("/api/persons/" + numberOf(STAYS) + "/history")).path("reports");
    assertThat(typesIn(stays)).containsExactly("ENROLMENT", "ADOPTION", "MARK");
    assertThat(stays.at("/1/said/mergedFrom").asString()).isEqualTo(numberOf(OLD));
    assertThat(stays.at("/1/said/reports/0/agency").asString()).isEqualTo("civil-affairs");
    assertThat(stays.at("/1/said/reports/0/changeId").asString()).isEqualTo("m-old");
  }

  private static List<String> typesIn(JsonNode reports) {
    return reports.valueStream().map(one -> one.path("type").asString()).toList();
  }

  @Test
  @Order(5)
  @DisplayName("Everything read once more changes nothing and says the same, byte by byte")
  void redelivery() throws Exception {
    var stored = storedText(GROUP);
    var said = said();
    service.close();
    wire.rewind(GROUP);
    service = run();
    awaitAllRead();
    assertThat(storedText(GROUP)).isEqualTo(stored);
    var again = said();
    assertThat(again.size()).isGreaterThan(said.size());
    assertThat(again.stream().distinct())
        .containsExactlyInAnyOrderElementsOf(said.stream().distinct().toList());
  }

  @Test
  @Order(6)
  @DisplayName("No citizen ID stands in the store or on our topics")
  void nothingPersonalInClear() {
    var ours = Stream.concat(storedText(GROUP).stream(), said().stream()).toList();
    assertThat(ours).noneMatch(text -> text.contains(OLD) || text.contains(STAYS));
    assertThat(ours).anyMatch(text -> text.contains(CitizenId.mask(OLD)));
  }

  /** What is passed on is a record of the same topic: nothing may follow for a while. */
  private static void awaitAllRead() {
    await()
        .atMost(Duration.ofSeconds(60))
        .during(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> wire.hasReadAll(GROUP, List.of("roster")));
  }

  private static void report(String type, ObjectNode event) throws Exception {
    wire.send("roster", event.at("/origin/personNumber").asString(), type, event.toString());
  }

  private static ObjectNode mark(String citizen, String changeId, String kind, String from) {
    var event = event(citizen, changeId, "civil-affairs", "2020-01-01T08:00:00.123+08:00");
    event.put("kind", kind).put("county", "441602").put("category", "DIBAO");
    return event
        .put("effectiveFrom", from)
        .putNull("effectiveTo")
        .put("basis", "b")
        .putNull("standardPercent");
  }

  private static ObjectNode merge(String changeId) {
    var event = event(OLD, changeId, "medical-insurance", "2020-02-01T08:00:00.123+08:00");
    event
        .putObject("mergedInto")
        .put("personNumber", numberOf(STAYS))
        .put("maskedId", CitizenId.mask(STAYS))
        .put("sealedId", TEXTS.seal(STAYS));
    return event.put("basis", "同一人");
  }

  private static ObjectNode event(String citizen, String changeId, String agency, String at) {
    return TOLD.event(citizen, changeId, agency, "of-" + agency, null, at);
  }

  private static List<ConsumerRecord<String, String>> feedbackOn(String changeId) {
    return wire.all("roster.feedback").stream().filter(one -> one.key().equals(changeId)).toList();
  }

  /** Key, type, id and data of everything on the topics this service writes. */
  private static List<String> said() {
    return TOPICS.stream()
        .flatMap(topic -> wire.all(topic).stream())
        .map(
            one ->
                String.join(
                    " ",
                    one.key(),
                    Wire.header(one, "ce_type"),
                    Wire.header(one, "ce_id"),
                    one.value()))
        .toList();
  }

  private static String get(String path) {
    return service.get(path).body();
  }

  private static String post(String path, Map<String, String> body) {
    return service.post(path, JSON.writeValueAsString(body)).body();
  }
}
