package org.yizhan.roster;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.CitizenId;
import org.yizhan.local.Engines;
import org.yizhan.roster.change.Ids;
import org.yizhan.testing.RunningApplication;
import org.yizhan.testing.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The monthly push (H12) on a real broker and store; only the counties' platforms are pretended.
 */
class CountyListsIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CIVIL = "roster.changes.civil-affairs";
  private static final String POVERTY = "roster.changes.poverty-relief";
  private static final String DISABLED = "roster.changes.disabled-persons";
  private static final String ENROLMENT = "enrolment.changes";
  private static final String MARCH = "/441625/rosters/2031-03";

  private static final WireMockServer PLATFORM = new WireMockServer(wireMockConfig().dynamicPort());
  private static Wire wire;
  private static RunningApplication service;

  @BeforeAll
  static void start() throws Exception {
    PLATFORM.start();
    PLATFORM.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(201)));
    PLATFORM.stubFor(get(anyUrl()).atPriority(9).willReturn(notFound()));
    PLATFORM.stubFor(put(urlEqualTo(MARCH)).atPriority(1).willReturn(serverError()));
    wire = new Wire();
    // one story per database: another class's marks are none of these counties' business
    try (var client = MongoClients.create(Engines.forTests().mongoUri())) {
      client.getDatabase("roster-sync-service").getCollection("rosterEntries").drop();
      client.getDatabase("roster-sync-service").getCollection("merges").drop();
    }
    send("civil-affairs", "list-1", "DIBAO", 7);
    send("poverty-relief", "list-2", "REGISTERED_POOR", 7);
    send("civil-affairs", "list-3", "TEKUN", 8);
    // another number of the one with DIBAO, marked by the same agency and by one more
    send("civil-affairs", "list-4", "DIBAO", 9);
    send("civil-affairs", "list-7", "TEKUN", 7);
    send("disabled-persons", "list-5", "LOW_INCOME_DISABLED", 9);
    wire.send(
        ENROLMENT,
        "list-6",
        "persons-merged.v1",
        """
        {"changeId":"list-6","idNumber":"%s","duplicateIdNumber":"%s","basis":"b"}\
        """
            .formatted(Ids.number(9), Ids.number(7)));
    learnTheMarks();
  }

  /** A list is made of what is known when its month begins: without a platform none is made yet. */
  private static void learnTheMarks() throws Exception {
    try (var learning = run("", "2031-02-28T08:00:00+08:00")) {
      assertThat(learning.isActive()).isTrue();
      awaitAllRead();
      // ended under one ID, it is ended under the other
      send("civil-affairs", "list-8", "LEFT", "2031-01-01", "TEKUN", 9);
      awaitAllRead();
    }
  }

  private static void awaitAllRead() {
    var topics = List.of(CIVIL, POVERTY, DISABLED, ENROLMENT);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> wire.hasReadAll("roster-sync-service", topics));
  }

  private static void send(String agency, String changeId, String category, int person)
      throws Exception {
    send(agency, changeId, "JOINED", "2019-07-01", category, person);
  }

  private static void send(
      String agency, String changeId, String kind, String from, String category, int person)
      throws Exception {
    wire.send(
        "roster.changes." + agency,
        changeId,
        "roster-change.v1",
        """
        {"changeId":"%s","kind":"%s","idNumber":"%s","name":"某","county":"441625",\
        "category":"%s","effectiveFrom":"%s","basis":"b"}\
        """
            .formatted(changeId, kind, Ids.number(person), category, from));
  }

  private static RunningApplication run(String platform, String clock) {
    return RunningApplication.start(
        RosterSyncService.class,
        "--YIZHAN_SHARING_PLATFORM_URL=" + platform,
        "--yizhan.county-lists.first=500",
        "--yizhan.county-lists.every=500",
        "--yizhan.clock=" + clock);
  }

  @AfterAll
  static void stop() {
    service.close();
    wire.close();
    PLATFORM.stop();
  }

  @Test
  @DisplayName("H12: a county's list is delivered once, whatever its platform does in between")
  void pushedOnce() throws Exception {
    service = run(PLATFORM.baseUrl() + "/{county}", "2031-03-09T08:00:00+08:00");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(list("2031-03").path("attempts").asInt()).isPositive());
    assertThat(list("2031-03").path("persons").asInt()).isEqualTo(2);
    assertThat(list("2031-03").path("byCategory").toString())
        .isEqualTo("{\"DIBAO\":1,\"LOW_INCOME_DISABLED\":1,\"REGISTERED_POOR\":1,\"TEKUN\":1}");
    assertThat(list("2031-03").path("lastProblem").asString()).contains("platform");
    await() // the 8th has passed; the other counties get theirs
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(overdue()).isEqualTo("1.0"));

    PLATFORM.stubFor(put(urlEqualTo(MARCH)).atPriority(1).willReturn(aResponse().withStatus(201)));
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> assertThat(list("2031-03").path("deliveredAt").asString("")).isNotEmpty());
    assertThat(overdue()).isEqualTo("0.0");
    var body = PLATFORM.findAll(putRequestedFor(urlEqualTo(MARCH))).getLast().getBodyAsString();
    var sent = JSON.readTree(body);
    assertThat(sent.path("totals").path("joiners").asInt()).isEqualTo(2);
    assertThat(sent.path("joiners")).hasSize(2);
    assertThat(sent.path("persons")).hasSize(2);
    assertThat(sent.path("afterEnrolmentPeriod").asBoolean()).isTrue();
    // merged, they stand once, under the number that stays
    var merged = personOf(sent, CitizenId.mask(Ids.number(9)));
    assertThat(merged.path("marks")).hasSize(3);
    assertThat(body).doesNotContain(CitizenId.mask(Ids.number(7)));
    assertThat(body).doesNotContain(Ids.number(7)).contains("441600********");
    PLATFORM.verify(1, putRequestedFor(urlMatching("/441602/rosters/2031-03")));
  }

  private static JsonNode personOf(JsonNode list, String maskedId) {
    return list.path("persons")
        .valueStream()
        .filter(one -> one.path("maskedId").asString().equals(maskedId))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode list(String month) throws Exception {
    for (var list : service.json("/api/county-lists/" + month).path("lists")) {
      if (list.path("county").asString().equals("441625")) {
        return list;
      }
    }
    return JSON.createObjectNode();
  }

  private static String overdue() throws Exception {
    return service
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("yizhan_county_lists_overdue{"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }
}
