package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.PATIENCE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.suite.city.Category;
import org.yizhan.suite.city.Citizen;
import org.yizhan.suite.door.Reply;
import tools.jackson.databind.JsonNode;

/**
 * An agency's full rosters as files. They speak of a category and a county of their own, so that
 * they leave nobody out whom another test has marked.
 */
class FullRosterIT {

  private static final String PATH = "/api/rosters/civil-affairs/";
  private static final String LABEL =
      "?division=441624&category=LOW_INCOME_SERIOUSLY_ILL&asOf=2020-05-01";
  private static final String HEADER =
      "idNumber,name,county,category,effectiveFrom,effectiveTo,basis,standardPercent\n";

  private static House house;

  @BeforeAll
  static void open() {
    house = House.shared();
  }

  @Test
  @DisplayName("H12: two files of an agency say who joined, who changed and who was left out")
  void twoRosters() throws Exception {
    var stays = People.inHeyuan();
    var changes = People.inHeyuan();
    var leaves = People.inHeyuan();
    var registered = house.register(stays, changes, leaves);

    var april = csv(stays, "2019-07-01") + csv(changes, "2019-07-01") + csv(leaves, "2019-07-01");
    var first = upload("april", HEADER + april, "text/csv");
    assertThat(first.status()).as(first.toString()).isEqualTo(202);
    assertThat(first.header("location")).isEqualTo(PATH + "april");
    assertThat(first.json().path("rows").asInt()).isEqualTo(3);
    var closed = awaitClosed("april");
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    assertThat(closed.path("joined").asInt()).isEqualTo(3);

    var may = json(stays, "2019-07-01") + json(changes, "2019-09-01");
    assertThat(upload("may", may, "application/jsonl").status()).isEqualTo(202);
    closed = awaitClosed("may");
    assertThat(closed.path("unchanged").asInt()).isEqualTo(1);
    assertThat(closed.path("changed").asInt()).isEqualTo(1);
    assertThat(closed.path("leftOut").asInt()).isEqualTo(1);

    house.lags().awaitNone(PATIENCE);
    var left = mark(registered.get(leaves.label()).personNumber());
    assertThat(left.path("effectiveTo").asString()).isEqualTo("2020-04-30");
    assertThat(mark(registered.get(stays.label()).personNumber()).path("effectiveTo").isNull())
        .isTrue();
    assertAnswers(registered.get(leaves.label()).personNumber());

    assertThat(upload("june", HEADER + april, "text/csv").status()).isEqualTo(202);
    assertThat(awaitClosed("june").path("joined").asInt()).isEqualTo(1);
    house.lags().awaitNone(PATIENCE);
    var returned = "/api/persons/" + registered.get(leaves.label()).personNumber();
    assertThat(house.door().get(returned + "/categories?on=2020-06-01").json().path("categories"))
        .as("who was left out and is back has the mark again")
        .hasSize(1);
  }

  /** Each row is answered, the announcement when its roster is closed, and whoever left as well. */
  private static void assertAnswers(String leaver) {
    var left = "may-" + leaver + "-LOW_INCOME_SERIOUSLY_ILL";
    var answers =
        house
            .agencies()
            .answersTo(Set.of("april#1", "april#3", "may#1", "may#2", "may", left), PATIENCE);
    assertThat(answers.values()).allMatch(answer -> answer.outcome() == Outcome.ACCEPTED);
    assertThat(answers.get(left).eligibilityVersion()).isPositive();
  }

  @Test
  @DisplayName(
      "H12: a file that is damaged, broken off or closed is answered and leaves nobody out")
  void badFiles() throws Exception {
    var citizen = People.inHeyuan();
    var row = csv(citizen, "2019-07-01");
    var digest = "sha-256=:" + sha256(HEADER + row + row) + ":";
    var damaged = upload("damaged", HEADER + row, "text/csv\r\nContent-Digest: " + digest);
    assertThat(damaged.status()).isEqualTo(400);
    assertThat(damaged.code()).isEqualTo("digest-mismatch");

    var broken =
        upload("broken", json(citizen, "2019-07-01") + "{\"idNumber\": ", "application/jsonl");
    assertThat(broken.code()).isEqualTo("malformed-row");
    assertThat(broken.json().path("errors").get(0).path("value").asString()).isEqualTo("2");

    var cutShort = upload("cut-short", HEADER + row, "text/csv", 2);
    assertThat(cutShort.code()).isEqualTo("row-count-mismatch");

    var undeclared = (HEADER + row).getBytes(Charset.forName("GBK"));
    assertThat(
            house
                .door()
                .post(PATH + "undeclared" + LABEL + "&rows=1", undeclared, "text/csv")
                .code())
        .isEqualTo("malformed-row");

    var sound = "sha-256=:" + sha256(HEADER) + ":";
    assertThat(upload("once", HEADER, "text/csv\r\nContent-Digest: " + sound).status())
        .isEqualTo(202);
    awaitClosed("once");
    assertThat(upload("once", HEADER, "text/csv").code()).isEqualTo("roster-closed");
  }

  @Test
  void whatIsWrongWithTheLabelIsSaidBeforeTheFirstRow() throws Exception {
    var answer =
        house
            .door()
            .post(
                "/api/rosters/poverty-relief/x%20y?division=1&category=DIBAO&asOf=May",
                HEADER.getBytes(StandardCharsets.UTF_8), "text/csv");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactly("rosterId", "division", "category", "asOf", "rows");
    var nobody = house.door().post("/api/rosters/tax-office/r", new byte[0], "text/csv");
    assertThat(nobody.json().path("errors").get(0).path("field").asString()).isEqualTo("agency");
    var wrongType = house.door().post(PATH + "r" + LABEL, new byte[0], "application/pdf");
    assertThat(wrongType.status()).isEqualTo(415);
    assertThat(house.door().get(PATH + "never").code()).isEqualTo("unknown-roster");
  }

  @Test
  @DisplayName("H11: a row that breaks a rule is refused by its number, and the file may be in GBK")
  void aRefusedRow() throws Exception {
    var citizen = People.inHeyuan();
    var wrong = csv(citizen, "2019-07-01").replace("441624", "441699");
    var file = (HEADER + csv(citizen, "2019-07-01") + wrong).getBytes(Charset.forName("GBK"));
    var taken = house.door().post(PATH + "gbk" + LABEL + "&rows=2", file, "text/csv; charset=GBK");
    assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
    var closed = awaitClosed("gbk");
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED_WITH_REFUSALS");
    assertThat(closed.path("refused").asInt()).isEqualTo(1);
    house.lags().awaitNone(PATIENCE);
    long before = refusals();
    assertThat(upload("one-more", HEADER + wrong, "text/csv").status()).isEqualTo(202);
    awaitClosed("one-more");
    house.lags().awaitNone(PATIENCE);
    assertThat(refusals()).as("the running total of the agency").isEqualTo(before + 1);
    var answers = house.agencies().answersTo(Set.of("gbk#2"), PATIENCE);
    assertThat(answers.get("gbk#2").outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(answers.get("gbk#2").errors().getFirst().field()).isEqualTo("county");
  }

  private static long refusals() throws IOException {
    var totals = house.door().get("/api/agencies/civil-affairs/answers").json();
    return totals.path("answers").path("REFUSED").asLong();
  }

  private static Reply upload(String roster, String file, String type) throws IOException {
    long rows = file.lines().count() - (type.startsWith("text/csv") ? 1 : 0);
    return upload(roster, file, type, rows);
  }

  private static Reply upload(String roster, String file, String type, long rows)
      throws IOException {
    var path = PATH + roster + LABEL + "&rows=" + rows;
    return house.door().post(path, file.getBytes(StandardCharsets.UTF_8), type);
  }

  private static JsonNode awaitClosed(String roster) throws Exception {
    return house
        .door()
        .await(
            PATH + roster,
            reply -> reply.isOk() && reply.text().contains("\"state\":\"CLOSED"),
            PATIENCE)
        .json();
  }

  private static JsonNode mark(String personNumber) throws IOException {
    var marks = house.door().get("/api/persons/" + personNumber).json().path("marks");
    assertThat(marks).hasSize(1);
    assertThat(marks.get(0).path("category").asString())
        .isEqualTo(Category.LOW_INCOME_SERIOUSLY_ILL.name());
    return marks.get(0);
  }

  private static String csv(Citizen citizen, String from) {
    return "%s,\"%s\",441624,LOW_INCOME_SERIOUSLY_ILL,%s,,\"和民字〔2020〕4号, 附件\",\n"
        .formatted(citizen.idNumber(), citizen.name(), from);
  }

  private static String json(Citizen citizen, String from) {
    return """
    {"idNumber":"%s","name":"%s","county":"441624","category":"LOW_INCOME_SERIOUSLY_ILL",\
    "effectiveFrom":"%s","basis":"和民字〔2020〕4号, 附件","note":"ignored"}
    """
        .formatted(citizen.idNumber(), citizen.name(), from);
  }

  private static String sha256(String text) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }
}
