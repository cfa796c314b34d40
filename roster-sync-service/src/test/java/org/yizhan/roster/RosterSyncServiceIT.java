package org.yizhan.roster;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.testing.RunningApplication.storedText;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.yizhan.roster.change.Desk;
import org.yizhan.roster.change.Ids;
import org.yizhan.testing.RunningApplication;
import org.yizhan.testing.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service between a real broker and a real store. One story in steps: later ones look at
 * what earlier ones left.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class RosterSyncServiceIT {

  private static final String GROUP = "roster-sync-service";
  private static final String CIVIL = "roster.changes.civil-affairs";
  private static final String NAME = "欧阳测试某";
  private static final List<String> TOPICS = Desk.ALL.stream().map(Desk::topic).toList();
  private static final JsonMapper JSON = new JsonMapper();
  private static final StringBuilder LOGS = new StringBuilder();

  private static Wire wire;
  private static RunningApplication service;

  @BeforeAll
  static void start() {
    wire = new Wire();
    service = run();
  }

  private static RunningApplication run() {
    return RunningApplication.start(RosterSyncService.class, "--logging.level.org.yizhan=DEBUG");
  }

  @AfterAll
  static void stop() {
    service.close();
    wire.close();
  }

  @Test
  @Order(1)
  @DisplayName(
      "H3, H11: bad messages are answered and set aside with the reason, their neighbours pass"
          + " unharmed")
  void goodAmongBad(CapturedOutput output) throws Exception {
    wire.send(CIVIL, "k", "roster-change.v1", mark("good-1", Map.of()));
    long notJson = wire.send(CIVIL, "k", "roster-change.v1", "{\"changeId\": \"half").offset();
    wire.send(CIVIL, "k", "roster-change.v1", mark("good-2", Map.of("idNumber", Ids.number(2))));
    long unknown =
        wire.send(CIVIL, "k", "roster-gossip.v1", mark("unknown-type", Map.of())).offset();
    long bare = wire.sendBare(CIVIL, "k", "hello").offset();
    wire.send(CIVIL, "k", "roster-change.v1", mark("missing", Map.of("effectiveFrom", "")));
    wire.send(
        CIVIL, "k", "roster-change.v1", mark("foreign", Map.of("category", "REGISTERED_POOR")));
    wire.send(
        CIVIL, "k", "roster-change.v1", mark("check", Map.of("idNumber", "441600198001010011")));
    long shape =
        wire.send(
                CIVIL,
                "k",
                "roster-change.v1",
                "{\"changeId\":\"s\",\"name\":{\"first\":\"" + NAME + "\"}}")
            .offset();
    wire.send(CIVIL, "k", "roster-change.v1", mark("good-3", Map.of("idNumber", Ids.number(3))));
    awaitAllRead();

    assertThat(passed())
        .contains("good-1", "good-2", "good-3")
        .doesNotContain("missing", "foreign", "check");
    assertThat(refusal(CIVIL, notJson))
        .contains("the data is not JSON")
        .contains("\"changeId\":null");
    assertThat(refusal(CIVIL, unknown)).contains("must be roster-change.v1 on topic " + CIVIL);
    assertThat(refusal(CIVIL, bare)).contains("not a CloudEvent");
    assertThat(refusal(CIVIL, shape)).contains("not of the shape of its type: member name");
    assertThat(refusal("missing"))
        .contains("\"field\":\"effectiveFrom\",\"value\":null,\"rule\":\"must be present\"");
    assertThat(refusal("foreign")).contains("is confirmed by poverty-relief, not by civil-affairs");
    assertThat(refusal("check")).contains("441600********0011").contains("check character");
    assertThat(parkedReasons(CIVIL)).hasSize(7).noneMatch(String::isBlank);
    LOGS.append(output);
  }

  @Test
  @Order(2)
  @DisplayName("H11, W4: every desk passes on under its agency; one person has one number")
  void everyDesk(CapturedOutput output) throws Exception {
    wire.send(
        "enrolment.changes",
        "k",
        "enrolment-changed.v1",
        json(
            new HashMap<>(
                Map.of(
                    "changeId",
                    "e1",
                    "idNumber",
                    Ids.number(3),
                    "name",
                    NAME,
                    "city",
                    "330300",
                    "county",
                    "330302",
                    "scheme",
                    "EMPLOYEE",
                    "status",
                    "RETIRED",
                    "from",
                    "2019-01-01"))));
    wire.send(
        "filing.changes",
        "k",
        "off-site-filing-changed.v1",
        json(
            Map.of(
                "changeId",
                "f1",
                "idNumber",
                Ids.number(3),
                "from",
                "2019-10-01",
                "destination",
                "440100")));
    wire.send(
        "roster.changes.poverty-relief",
        "k",
        "roster-change.v1",
        mark("p1", Map.of("category", "REGISTERED_POOR", "idNumber", Ids.number(3))));
    wire.send(
        "roster.changes.disabled-persons",
        "k",
        "roster-change.v1",
        mark("d1", Map.of("category", "LOW_INCOME_DISABLED", "idNumber", Ids.number(3))));
    wire.send(
        "roster.changes.veterans-affairs",
        "k",
        "roster-change.v1",
        mark(
            "v1",
            Map.of(
                "category",
                "SICK_RETURNED",
                "county",
                "330302",
                "idNumber",
                Ids.number(3),
                "standardPercent",
                80.5)));
    awaitAllRead();

    var events =
        roster().stream()
            .filter(
                one -> List.of("e1", "f1", "p1", "d1", "v1", "good-3").contains(changeIdOf(one)))
            .toList();
    assertThat(events)
        .extracting(one -> JSON.readTree(one.value()).at("/origin/agency").asString())
        .containsExactlyInAnyOrder(
            "medical-insurance",
            "medical-insurance",
            "poverty-relief",
            "disabled-persons",
            "veterans-affairs",
            "civil-affairs");
    assertThat(events).extracting(ConsumerRecord::key).containsOnly(events.getFirst().key());
    assertThat(events.getFirst().key()).matches("P[0-9A-HJKMNP-TV-Z]{16}");
    LOGS.append(output);
  }

  @Test
  @Order(3)
  void theSameIdAgainIsPassedOnAgainAndWithOtherContentRefused(CapturedOutput output)
      throws Exception {
    wire.send(CIVIL, "k", "roster-change.v1", mark("twice", Map.of("idNumber", Ids.number(4))));
    wire.send(CIVIL, "k", "roster-change.v1", mark("twice", Map.of("idNumber", Ids.number(4))));
    wire.send(
        CIVIL,
        "k",
        "roster-change.v1",
        mark("twice", Map.of("idNumber", Ids.number(4), "county", "441621")));
    awaitAllRead();
    var events = roster().stream().filter(one -> "twice".equals(changeIdOf(one))).toList();
    assertThat(events).hasSize(2);
    assertThat(events)
        .extracting(one -> JSON.readTree(one.value()).at("/origin/sealedId").asString())
        .containsOnly(JSON.readTree(events.getFirst().value()).at("/origin/sealedId").asString());
    assertThat(refusal("twice")).contains("changeId was used before with other content");
    LOGS.append(output);
  }

  @Test
  @Order(3)
  @DisplayName("H12: a merge goes to the number that is given up; the opposite one is refused")
  void merges(CapturedOutput output) throws Exception {
    wire.send("enrolment.changes", "k", "persons-merged.v1", merge("m-1", 3, 4));
    wire.send("enrolment.changes", "k", "persons-merged.v1", merge("m-2", 4, 3));
    wire.send("enrolment.changes", "k", "persons-merged.v1", merge("m-3", 3, 2));
    awaitAllRead();
    var event =
        roster().stream().filter(one -> "m-1".equals(changeIdOf(one))).findFirst().orElseThrow();
    assertThat(Wire.header(event, "ce_type")).isEqualTo("person-merged.v1");
    var said = JSON.readTree(event.value());
    assertThat(event.key()).isEqualTo(said.at("/origin/personNumber").asString());
    assertThat(said.at("/mergedInto/maskedId").asString()).isEqualTo(CitizenId.mask(Ids.number(4)));
    assertThat(refusal("m-2")).contains("was itself merged before");
    assertThat(refusal("m-3"))
        .contains("was merged before, into " + said.at("/mergedInto/personNumber").asString());
    LOGS.append(output);
  }

  private static String merge(String changeId, int duplicate, int stays) {
    return """
    {"changeId":"%s","idNumber":"%s","duplicateIdNumber":"%s","basis":"同一人"}\
    """
        .formatted(changeId, Ids.number(stays), Ids.number(duplicate));
  }

  @Test
  @Order(4)
  @DisplayName(
      "Everything read once more says the same once more, byte by byte and with the same ids")
  void redelivery(CapturedOutput output) throws Exception {
    var stored = storedText(GROUP);
    var before = said();
    service.close();
    wire.rewind(GROUP);
    service = run();
    awaitAllRead();
    assertThat(storedText(GROUP)).isEqualTo(stored);
    var after = said();
    assertThat(after).hasSize(2 * before.size());
    assertThat(after.stream().distinct()).containsExactlyInAnyOrderElementsOf(before);
    LOGS.append(output);
  }

  @Test
  @Order(5)
  @DisplayName("No citizen ID and no name stands in the store, on our topics or in the logs")
  void nothingPersonalInClear() {
    var ours = new ArrayList<String>(said());
    ours.addAll(storedText(GROUP));
    ours.add(LOGS.toString());
    assertThat(LOGS).contains("parked");
    for (var secret :
        List.of(
            NAME,
            Ids.BORN_1980,
            Ids.number(2),
            Ids.number(3),
            Ids.number(4),
            "441600198001010011")) {
      assertThat(ours).noneMatch(text -> text.contains(secret));
    }
    // the probe itself would see them: the agencies' own topic holds them
    assertThat(wire.all(CIVIL))
        .anyMatch(one -> one.value().contains(NAME) && one.value().contains(Ids.number(3)));
  }

  private static void awaitAllRead() {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> wire.hasReadAll(GROUP, TOPICS));
    await() // what was said of them is counted
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> wire.hasReadAll(GROUP, List.of("roster.feedback")));
  }

  private static String mark(String changeId, Map<String, Object> other) {
    var members =
        new HashMap<String, Object>(
            Map.ofEntries(
                entry("changeId", changeId),
                entry("kind", "JOINED"),
                entry("idNumber", Ids.BORN_1980),
                entry("name", NAME),
                entry("county", "441602"),
                entry("category", "DIBAO"),
                entry("effectiveFrom", "2019-07-01"),
                entry("basis", "河民字〔2019〕12号"),
                entry("unknownMember", List.of(1))));
    members.putAll(other);
    return json(members);
  }

  private static String json(Map<String, Object> members) {
    return JSON.writeValueAsString(members);
  }

  private static List<ConsumerRecord<String, String>> roster() {
    return wire.all("roster");
  }

  private static String changeIdOf(ConsumerRecord<String, String> message) {
    return JSON.readTree(message.value()).at("/origin/changeId").asString();
  }

  private static List<String> passed() {
    return roster().stream().map(RosterSyncServiceIT::changeIdOf).toList();
  }

  private static String refusal(String changeId) {
    return wire.all("roster.feedback").stream()
        .filter(one -> changeId.equals(one.key()))
        .map(ConsumerRecord::value)
        .filter(text -> text.contains("\"REFUSED\""))
        .findFirst()
        .orElseThrow();
  }

  private static String refusal(String topic, long offset) {
    return wire.all("roster.feedback").stream()
        .map(ConsumerRecord::value)
        .filter(text -> isAbout(JSON.readTree(text).get("source"), topic, offset))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isAbout(JsonNode source, String topic, long offset) {
    return source.get("topic").asString().equals(topic) && source.get("offset").asLong() == offset;
  }

  private static List<String> parkedReasons(String topic) {
    return wire.all(topic + ".parked").stream()
        .map(one -> Wire.header(one, "yizhan-parked-reason"))
        .toList();
  }

  /** Key, type, id and data of everything on the topics this service writes. */
  private static List<String> said() {
    return Arrays.asList("roster", "roster.feedback").stream()
        .flatMap(topic -> wire.all(topic).stream())
        .map(
            one ->
                one.key()
                    + " "
                    + Wire.header(one, "ce_type")
                    + " "
                    + Wire.header(one, "ce_id")
                    + " "
                    + Wire.header(one, "ce_subject")
                    + " "
                    + one.value())
        .toList();
  }
}
