package org.yizhan.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.eligibility.person.Reports;
import org.yizhan.testing.RunningApplication;
import org.yizhan.testing.Wire;
import tools.jackson.databind.json.JsonMapper;

/** What was known when, read over HTTP from a real store that a real log has filled. */
class KnownTimeIT {

  private static final String PERSON = "PKNOWNT1MEKNOWNT1";
  private static final String PATH = "/api/persons/" + PERSON;
  private static final JsonMapper JSON = new JsonMapper();

  private static Wire wire;
  private static RunningApplication service;

  /** The reports are received at 08:00, 08:01 … of 2020-01-01 in Shanghai. */
  @BeforeAll
  static void start() throws Exception {
    wire = new Wire();
    service = RunningApplication.start(EligibilityService.class);
    var say = new Reports(PERSON);
    report(say.joined("DIBAO", "2019-07-01"));
    report(say.enrolled("2019-01-01", null, "441602"));
    report(say.left("DIBAO", "2019-10-01"));
    report(say.joined("DIBAO", "2019-12-01"));
    report(say.filed("2019-10-01", null, "440100"));
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> wire.hasReadAll("eligibility-service", List.of("roster")));
  }

  @AfterAll
  static void stop() {
    service.close();
    wire.close();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("H11, H13: the categories of a day, as they were known at a time")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          case                                | query                                            | version | enrolled | from       | to
          nothing was known on the eve        | on=2019-08-01&knownAt=2019-12-31                 | 0       | false    |            |
          the mark, but no enrolment yet      | on=2019-08-01&knownAt=2020-01-01T00:00:00Z       | 1       | false    |            |
          both                                | on=2019-08-01&knownAt=2020-01-01T08:01:00%2B08:00 | 2      | true     | 2019-07-01 |
          a day that had not left yet         | on=2019-10-01&knownAt=2020-01-01T00:01:59.999Z   | 2       | true     | 2019-07-01 |
          left, and the earlier day still has | on=2019-08-01&knownAt=2020-01-01T00:02:00Z       | 3       | true     | 2019-07-01 | 2019-09-30
          the first day without the mark      | on=2019-10-01&knownAt=2020-01-01T00:02:00Z       | 3       | true     |            |
          joined again, by the end of the day | on=2019-12-01&knownAt=2020-01-01                 | 5       | true     | 2019-12-01 |
          as known now                        | on=2019-12-01                                    | 5       | true     | 2019-12-01 |
          today                               | knownAt=2020-01-02                               | 5       | true     | 2019-12-01 |
          """)
  void categories(String name, String query, long version, boolean enrolled, String from, String to)
      throws Exception {
    var answer = service.json(PATH + "/categories?" + query);
    assertThat(answer.path("personNumber").asString()).isEqualTo(PERSON);
    assertThat(answer.path("eligibilityVersion").asLong()).isEqualTo(version);
    assertThat(answer.path("enrolled").isNull()).isEqualTo(!enrolled);
    assertThat(answer.path("categories").size()).isEqualTo(from == null ? 0 : 1);
    if (from != null) {
      var mark = answer.path("categories").get(0);
      assertThat(mark.path("category").asString()).isEqualTo("DIBAO");
      assertThat(mark.path("effectiveFrom").asString()).isEqualTo(from);
      assertThat(mark.path("effectiveTo").asString(null)).isEqualTo(to);
    }
  }

  @Test
  @DisplayName("H11: the whole shape of an answer")
  void shape() throws Exception {
    assertThat(service.json(PATH + "/categories?on=2019-12-31&knownAt=2020-01-01"))
        .isEqualTo(
            JSON.readTree(
                """
                { "personNumber": "%s", "on": "2019-12-31", "knownAt": "2020-01-01T23:59:59.999999999+08:00", "eligibilityVersion": 5,
                  "enrolled": { "scheme": "RESIDENT", "status": null, "from": "2019-01-01", "to": null, "city": "441600", "county": "441602" },
                  "categories": [ { "category": "DIBAO", "county": "441602", "agency": "civil-affairs", "effectiveFrom": "2019-12-01", "effectiveTo": null,
                    "basis": "basis 4", "recordedAt": "2020-01-01T08:03:00+08:00", "standardPercent": null } ] }
                """
                    .formatted(PERSON)));
  }

  @Test
  @DisplayName("H11: every report, page by page, with who answers for it and where it stands")
  void history() throws Exception {
    var first = service.json(PATH + "/history?limit=3");
    assertThat(first.path("next").asLong()).isEqualTo(3);
    var rest = service.json(PATH + "/history?limit=3&after=3");
    assertThat(rest.has("next")).isFalse();
    assertThat(first.path("reports"))
        .extracting(one -> one.path("version").asLong() + " " + one.path("type").asString())
        .containsExactly("1 MARK", "2 ENROLMENT", "3 MARK");
    assertThat(rest.path("reports"))
        .extracting(one -> one.path("version").asLong() + " " + one.path("type").asString())
        .containsExactly("4 MARK", "5 FILING");
    assertThat(first.path("reports").get(2))
        .isEqualTo(
            JSON.readTree(
                """
                { "version": 3, "changeId": "C2", "agency": "civil-affairs", "type": "MARK",
                  "said": { "kind": "LEFT", "category": "DIBAO", "county": "441602", "effectiveFrom": "2019-10-01", "effectiveTo": null, "basis": "basis 3", "standardPercent": null },
                  "receivedAt": "2020-01-01T08:02:00+08:00", "source": { "topic": "topic-of-civil-affairs", "partition": 0, "offset": 2 }, "remarks": [] }
                """));
    assertThat(service.get(PATH + "/history").body())
        .doesNotContain("sealed")
        .doesNotContain("441600****");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("What is malformed is refused with field, value and rule, an ID never in clear")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          categories?on=2019-02-29                    | on      | 2019-02-29               | must be a date of the form YYYY-MM-DD
          categories?on=441600198001010014            | on      | 441600********0014       | must be a date of the form YYYY-MM-DD
          categories?on=                              | on      | ''                       | must be a date of the form YYYY-MM-DD
          categories?knownAt=2019-13-01               | knownAt | 2019-13-01               | must be a date of the form YYYY-MM-DD or a time
          categories?knownAt=2020-01-01T08:00         | knownAt | 2020-01-01T08:00         | must be a date of the form YYYY-MM-DD or a time
          categories?knownAt=2020-01-01T08:00:00+08:00 | knownAt | 2020-01-01T08:00:00 08:00 | (an offset's plus sign is written %2B)
          categories?knownAt=9999-12-31               | knownAt | 9999-12-31               | must not lie in the future
          history?after=-1                            | after   | -1                       | must be a version, a whole number from 0
          history?limit=0                             | limit   | 0                        | must be a whole number from 1 to 1000
          history?limit=1001                          | limit   | 1001                     | must be a whole number from 1 to 1000
          """)
  void malformed(String path, String field, String value, String rule) throws Exception {
    var answer = service.get(PATH + "/" + path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    var problem = JSON.readTree(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo("malformed");
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(problem.at("/errors/0/value").asString()).isEqualTo(value);
    assertThat(problem.at("/errors/0/rule").asString()).contains(rule);
  }

  @Test
  void ofNobodyNothingIsKnown() throws Exception {
    for (var path : List.of("/categories", "/history")) {
      var answer = service.get("/api/persons/PN0B0DYN0B0DYN0B0" + path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("\"unknown-person\"");
    }
  }

  private static void report(RosterEvent event) throws Exception {
    wire.publish("roster", 0, PERSON, event);
  }
}
