package org.yizhan.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.eligibility.Told.TEXTS;
import static org.yizhan.eligibility.Told.id;
import static org.yizhan.eligibility.Told.numberOf;
import static org.yizhan.testing.RunningApplication.storedText;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.yizhan.contracts.CitizenId;
import org.yizhan.testing.RunningApplication;
import org.yizhan.testing.Wire;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole service between a real broker and a real store. One story in steps: later ones look at
 * what earlier ones left.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class EligibilityServiceIT {

  private static final String GROUP = "eligibility-service";
  private static final String NAME = "欧阳测试某";
  private static final String LOOKUPS = "/internal/id-lookups";
  private static final String ONE = id("44160019750315001");
  private static final String TWO = id("44160019750315002");
  private static final String NOBODY = id("44160019750315999");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Told TOLD = new Told();
  private static final StringBuilder LOGS = new StringBuilder();

  private static Wire wire;
  private static RunningApplication service;

  @BeforeAll
  static void start() {
    wire = new Wire();
    service = run();
  }

  private static RunningApplication run() {
    return RunningApplication.start(
        EligibilityService.class,
        "--logging.level.org.yizhan=DEBUG",
        // the talkative way: Spring then logs what it reads and writes
        "--logging.level.org.springframework.web=DEBUG");
  }

  @AfterAll
  static void stop() {
    service.close();
    wire.close();
  }

  @Test
  @Order(1)
  @DisplayName("H14, W4: roster before enrolment and enrolment before roster end in the same state")
  void bothOrders(CapturedOutput output) throws Exception {
    report("enrolment-reported.v1", enrolment(ONE, "e-one"));
    report("mark-reported.v1", mark(ONE, "m-one"));
    report("no-such-event.v7", mark(ONE, "unknown"));
    report("mark-reported.v1", mark(TWO, "m-two"));
    report("enrolment-reported.v1", enrolment(TWO, "e-two"));
    awaitAllRead();
    var one = (ObjectNode) JSON.readTree(service.get("/api/persons/" + numberOf(ONE)).body());
    var two = (ObjectNode) JSON.readTree(service.get("/api/persons/" + numberOf(TWO)).body());
    for (var person : List.of(one, two)) {
      person.remove(List.of("personNumber", "maskedId"));
    }
    assertThat(one).isEqualTo(two);
    assertThat(JSON.readTree(service.get("/api/persons/" + numberOf(ONE)).body()))
        .isEqualTo(
            JSON.readTree(
                """
                { "personNumber": "%s", "maskedId": "%s", "city": "441600", "county": "441602", "eligibilityVersion": 2,
                  "enrolments": [ { "scheme": "RESIDENT", "status": null, "from": "2019-01-01", "to": null, "city": "441600", "county": "441602" } ],
                  "marks": [ { "category": "DIBAO", "county": "441602", "agency": "civil-affairs", "effectiveFrom": "2019-07-01", "effectiveTo": null,
                    "basis": "河民字〔2019〕12号", "recordedAt": "2020-01-01T08:00:00.123+08:00", "standardPercent": 62.5 } ],
                  "filings": [] }
                """
                    .formatted(numberOf(ONE), CitizenId.mask(ONE))));
    LOGS.append(output);
  }

  @Test
  @Order(2)
  @DisplayName(
      "H13: the acceptance names the version that contains the mark, and that coverage has been"
          + " published")
  void feedbackAndCoverage(CapturedOutput output) {
    var feedback = JSON.readTree(feedbackOn("m-one").getFirst().value());
    assertThat(feedback.get("outcome").asString()).isEqualTo("ACCEPTED");
    assertThat(feedback.get("personNumber").asString()).isEqualTo(numberOf(ONE));
    assertThat(feedback.get("eligibilityVersion").asLong()).isEqualTo(2);
    assertThat(feedback.at("/source/topic").asString()).isEqualTo("roster.changes.civil-affairs");
    var coverages =
        wire.all("eligibility").stream().filter(one -> one.key().equals(numberOf(ONE))).toList();
    var latest = JSON.readTree(coverages.getLast().value()).get("coverage");
    assertThat(latest)
        .isEqualTo(JSON.readTree(service.get("/api/persons/" + numberOf(ONE)).body()));
    assertThat(Wire.header(coverages.getLast(), "ce_type")).isEqualTo("coverage-changed.v1");
    LOGS.append(output);
  }

  @Test
  @Order(3)
  @DisplayName("H11: remarks of roster-sync and two names for one ID come back with the acceptance")
  void remarks(CapturedOutput output) throws Exception {
    var named = mark(ONE, "renamed");
    ((ObjectNode) named.get("origin")).put("sealedName", TEXTS.seal("别人某"));
    ((ObjectNode) named.get("origin"))
        .putArray("remarks")
        .addObject()
        .put("field", "category")
        .put("value", "DIBAO")
        .put("rule", "is unlikely");
    report("mark-reported.v1", named);
    awaitAllRead();
    var feedback = feedbackOn("renamed").getFirst().value();
    assertThat(feedback)
        .contains(
            "ACCEPTED_WITH_REMARK",
            "is unlikely",
            "differs from the name that medical-insurance stated");
    assertThat(feedback).doesNotContain(NAME).doesNotContain("别人某");
    LOGS.append(output);
  }

  @Test
  @Order(4)
  void looksUpAnIdWithoutRepeatingIt(CapturedOutput output) {
    var found = JSON.readTree(lookup(ONE).body());
    assertThat(found.get("personNumber").asString()).isEqualTo(numberOf(ONE));
    assertThat(found.get("eligibilityVersion").asLong()).isEqualTo(3);

    var unknown = lookup(NOBODY);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("\"unknown-person\"").doesNotContain(NOBODY);

    var broken = ONE.substring(0, 17) + (ONE.endsWith("1") ? "2" : "1");
    var malformed = lookup(broken);
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(malformed.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(malformed.body())
        .contains("\"malformed\"", "\"idNumber\"", CitizenId.mask(broken), "check character")
        .doesNotContain(broken);
    assertThat(service.post(LOOKUPS, "{}").body()).contains("\"malformed\"", "must be present");
    assertThat(service.post(LOOKUPS, "{").statusCode()).isEqualTo(400);
    assertThat(service.post(LOOKUPS, "{\"idNumber\":{\"a\":\"" + ONE + "\"}}").body())
        .doesNotContain(ONE);
    LOGS.append(output);
  }

  @Test
  @Order(4)
  @DisplayName("H9: one question gives the coverage and whether the name is one that is known")
  void looksUpTheCoverageForAnAdmission(CapturedOutput output) {
    var path = "/internal/coverage-lookups";
    var found = JSON.readTree(post(path, Map.of("idNumber", ONE, "name", " 别人某")).body());
    assertThat(found.get("nameAgrees").asBoolean()).isTrue();
    assertThat(found.get("coverage"))
        .isEqualTo(JSON.readTree(service.get("/api/persons/" + numberOf(ONE)).body()));
    var other = post(path, Map.of("personNumber", numberOf(ONE), "name", "第三人")).body();
    assertThat(JSON.readTree(other).get("nameAgrees").asBoolean(true)).isFalse();
    assertThat(post(path, Map.of("idNumber", ONE)).body()).contains("\"nameAgrees\":null");
    assertThat(post(path, Map.of("idNumber", NOBODY)).statusCode()).isEqualTo(404);
    assertThat(post(path, Map.of("name", NAME)).body()).contains("must be present");
    LOGS.append(output);
  }

  /**
   * Its log is not collected: whoever puts an ID into a path has it in Spring's debug lines, and in
   * every access log.
   */
  @Test
  @Order(4)
  void anIdTypedWhereANumberBelongsIsNotRepeated() {
    var answer = service.get("/api/persons/" + NOBODY);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"unknown-person\"").doesNotContain(NOBODY);
  }

  @Test
  @Order(5)
  @DisplayName("Everything read once more changes nothing and is answered with the same versions")
  void redelivery(CapturedOutput output) throws Exception {
    var stored = storedText(GROUP);
    var answers = textOf(wire.all("roster.feedback"));
    var persons =
        List.of(
            service.get("/api/persons/" + numberOf(ONE)).body(),
            service.get("/api/persons/" + numberOf(TWO)).body());
    service.close();
    wire.rewind(GROUP);
    service = run();
    awaitAllRead();
    assertThat(storedText(GROUP)).isEqualTo(stored);
    assertThat(persons)
        .containsExactly(
            service.get("/api/persons/" + numberOf(ONE)).body(),
            service.get("/api/persons/" + numberOf(TWO)).body());
    var again = textOf(wire.all("roster.feedback"));
    assertThat(again).hasSize(2 * answers.size());
    assertThat(again.stream().distinct()).containsExactlyInAnyOrderElementsOf(answers);
    LOGS.append(output);
  }

  @Test
  @Order(6)
  @DisplayName("One id is one coverage: published again it has the same bytes")
  void coverageIsTheSameUnderTheSameId() {
    var byId = new HashMap<String, String>();
    for (var message : wire.all("eligibility")) {
      var known = byId.putIfAbsent(Wire.header(message, "ce_id"), message.value());
      assertThat(known == null || known.equals(message.value())).as(message.value()).isTrue();
    }
    assertThat(byId).isNotEmpty();
  }

  @Test
  @Order(7)
  @DisplayName(
      "H13: a mark given a moment ago is readable at once (bounded loosely: the build machine is"
          + " shared)")
  void atOnce() throws Exception {
    for (int i = 0; i < 5; i++) {
      report("mark-reported.v1", mark(ONE, "warm-" + i));
    }
    awaitAllRead();
    report("mark-reported.v1", mark(ONE, "now"));
    await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> JSON.readTree(lookup(ONE).body()).get("eligibilityVersion").asLong() == 9);
  }

  @Test
  @Order(8)
  @DisplayName("No citizen ID and no name stands in the store, on our topics or in the logs")
  void nothingPersonalInClear() {
    var ours = new ArrayList<>(storedText(GROUP));
    Stream.of("roster", "eligibility", "roster.feedback")
        .forEach(topic -> ours.addAll(textOf(wire.all(topic))));
    ours.add(LOGS.toString());
    assertThat(LOGS).contains("Question[441600********");
    for (var secret : List.of(NAME, "别人某", "第三人", ONE, TWO, NOBODY)) {
      assertThat(ours).noneMatch(text -> text.contains(secret));
    }
    assertThat(ours)
        .anyMatch(text -> text.contains(CitizenId.mask(ONE))); // the probe sees what is there
  }

  private static void awaitAllRead() {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> wire.hasReadAll(GROUP, List.of("roster")));
  }

  private static void report(String type, ObjectNode event) throws Exception {
    wire.send("roster", event.at("/origin/personNumber").asString(), type, event.toString());
  }

  private static ObjectNode enrolment(String citizen, String changeId) {
    return TOLD.enrolment(citizen, changeId, NAME);
  }

  private static ObjectNode mark(String citizen, String changeId) {
    var event =
        TOLD.event(
            citizen,
            changeId,
            "civil-affairs",
            "roster.changes.civil-affairs",
            NAME,
            "2020-01-01T08:00:00.123+08:00");
    event
        .put("kind", "JOINED")
        .put("county", "441602")
        .put("category", "DIBAO")
        .put("effectiveFrom", "2019-07-01");
    return event.putNull("effectiveTo").put("basis", "河民字〔2019〕12号").put("standardPercent", 62.5);
  }

  private static List<ConsumerRecord<String, String>> feedbackOn(String changeId) {
    return wire.all("roster.feedback").stream().filter(one -> one.key().equals(changeId)).toList();
  }

  private static List<String> textOf(List<ConsumerRecord<String, String>> messages) {
    return messages.stream()
        .map(
            one ->
                one.key()
                    + " "
                    + Wire.header(one, "ce_id")
                    + " "
                    + Wire.header(one, "ce_subject")
                    + " "
                    + one.value())
        .toList();
  }

  private static HttpResponse<String> lookup(String idNumber) {
    return post(LOOKUPS, Map.of("idNumber", idNumber));
  }

  private static HttpResponse<String> post(String path, Map<String, String> body) {
    return service.post(path, JSON.writeValueAsString(body));
  }
}
