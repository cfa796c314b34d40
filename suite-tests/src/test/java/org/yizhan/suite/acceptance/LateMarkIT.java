package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.HEYUAN_3;
import static org.yizhan.suite.acceptance.House.PATIENCE;
import static org.yizhan.suite.city.Discharge.bill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.suite.city.Category;
import tools.jackson.databind.JsonNode;

/** A mark that arrives after the discharge, effective before it. */
class LateMarkIT {

  private static final House HOUSE = House.shared();

  @Test
  @DisplayName(
      "H10: what a late mark adds is shown, approved by a second person, paid from account 1003"
          + " and never mixed with what hospitals advanced")
  void isReimbursedOutsideOneStop() throws Exception {
    var citizen = People.inHeyuan();
    HOUSE.register(citizen);
    var body =
        Stay.bytes(Stay.in(HEYUAN_3).of(citizen, bill("42000.00", "5000.00", "0.00", "3000.00")));
    var settlement = HOUSE.counter().settle(body).reply().json();
    var person = settlement.path("personNumber").asString();
    var statement =
        "/api/hospital-months/%s/%s"
            .formatted(HEYUAN_3.code(), settlement.path("receivedAt").asString().substring(0, 7));
    HOUSE.lags().awaitNone(PATIENCE);
    var advances = HOUSE.get(statement).path("totals");

    HOUSE.register(citizen.with(Category.DIBAO.since("2019-07-01")));
    var review = HOUSE.get("/api/persons/" + person + "/benefit-years/2019/review");
    assertThat(review.path("settlements")).hasSize(1);
    assertThat(lateYearsOf(person)).containsExactly(review);
    var proposal =
        """
        {"personNumber": "%s", "city": "441600", "year": 2019, "maker": "clerk-7",
         "reason": "the mark came late"}
        """;
    var proposed = HOUSE.post("/api/reimbursement-cases", proposal.formatted(person));
    assertThat(proposed.isOk()).as(proposed.text()).isTrue();
    assertThat(proposed.json().path("totals")).isEqualTo(review.path("totals"));
    var path = "/api/reimbursement-cases/" + proposed.json().path("caseId").asString();
    assertThat(HOUSE.post(path + "/approval", "{\"checker\": \"clerk-7\"}").status())
        .isEqualTo(422);
    var approved = HOUSE.post(path + "/approval", "{\"checker\": \"clerk-9\"}");
    assertThat(approved.json().path("state").asString()).isEqualTo("APPROVED");
    assertThat(HOUSE.get(path).path("checker").asString()).isEqualTo("clerk-9");

    assertThat(lateYearsOf(person)).isEmpty();
    HOUSE.lags().awaitNone(PATIENCE);
    var id = settlement.path("settlementId").asString();
    assertThat(cashEntries(id))
        .containsExactly("CATASTROPHIC 5101 1003 6422.50", "ASSISTANCE 5001 1003 6986.00");
    assertThat(HOUSE.get(statement).path("totals")).isEqualTo(advances);
    assertThat(HOUSE.get("/api/settlements/" + id).path("patient").asString()).isEqualTo("9746.50");
  }

  private static List<JsonNode> lateYearsOf(String person) throws IOException {
    var years = new ArrayList<JsonNode>();
    for (var year : HOUSE.get("/api/late-knowledge?limit=200").path("years")) {
      if (year.path("personNumber").asString().equals(person)) {
        years.add(year);
      }
    }
    return years;
  }

  private static List<String> cashEntries(String settlementId) throws IOException {
    var texts = new ArrayList<String>();
    for (var entry :
        HOUSE.get("/api/ledger/entries?settlementId=" + settlementId).path("entries")) {
      if (entry.path("book").asString().equals("CASH")) {
        var posting = entry.path("postings").path(0);
        texts.add(
            "%s %s %s %s"
                .formatted(
                    entry.path("fund").asString(),
                    posting.path("debit").path("code").asString(),
                    posting.path("credit").path("code").asString(),
                    posting.path("amount").asString()));
      }
    }
    return texts;
  }
}
