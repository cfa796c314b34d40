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
import org.yizhan.contracts.Money;
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

  @Test
  @DisplayName(
      "H10: what a mark that was a mistake got too much is recovered, and on account 1003 when it"
          + " is back")
  void isRecoveredWhenTheMarkWasAMistake() throws Exception {
    var mark = Category.DIBAO.since("2019-07-01");
    var citizen = People.inHeyuan().with(mark);
    HOUSE.register(citizen);
    var body =
        Stay.bytes(Stay.in(HEYUAN_3).of(citizen, bill("42000.00", "5000.00", "0.00", "3000.00")));
    var settlement = HOUSE.counter().settle(body).reply().json();
    HOUSE.takeBack(citizen, mark);
    var path =
        approved(
            """
            {"personNumber": "%s", "city": "441600", "year": 2019, "maker": "clerk-7",
             "reason": "the mark was a mistake"}
            """
                .formatted(settlement.path("personNumber").asString()));
    assertThat(HOUSE.get(path).at("/recovery/state").asString()).isEqualTo("OPEN");
    var before = cash("ASSISTANCE", "1003");

    var more = HOUSE.post(path + "/returns", receipt("6986.01", "slip-1"));
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.text()).contains("CATASTROPHIC 6422.50, ASSISTANCE 6986.00");
    assertThat(HOUSE.post(path + "/returns", receipt("986.00", "slip-1")).isOk()).isTrue();
    var again = HOUSE.post(path + "/returns", receipt("986.00", "slip-1"));
    assertThat(again.json().path("state").asString()).isEqualTo("PARTLY_RETURNED");
    assertThat(HOUSE.post(path + "/returns", receipt("1.00", "slip-1")).status()).isEqualTo(409);
    assertThat(HOUSE.post(path + "/returns", receipt("6000.00", "slip-2")).isOk()).isTrue();

    HOUSE.lags().awaitNone(PATIENCE);
    var id = settlement.path("settlementId").asString();
    assertThat(cashEntries(id))
        .containsExactlyInAnyOrder("ASSISTANCE 1003 5001 986.00", "ASSISTANCE 1003 5001 6000.00");
    assertThat(cash("ASSISTANCE", "1003").minus(before)).hasToString("6986.00");
    var cancellation = "/api/settlements/" + id + "/cancellation";
    assertThat(HOUSE.post(cancellation, "{\"reason\": \"sent by mistake\"}").code())
        .isEqualTo("settlement-reimbursed");
  }

  private static String approved(String proposal) throws IOException {
    var proposed = HOUSE.post("/api/reimbursement-cases", proposal);
    assertThat(proposed.isOk()).as(proposed.text()).isTrue();
    var path = "/api/reimbursement-cases/" + proposed.json().path("caseId").asString();
    var decided = HOUSE.post(path + "/approval", "{\"checker\": \"clerk-9\"}");
    assertThat(decided.isOk()).as(decided.text()).isTrue();
    return path;
  }

  private static String receipt(String amount, String reference) {
    return """
    {"payer": "ASSISTANCE", "amount": "%s", "receivedOn": "2020-01-02",
     "recordedBy": "clerk-5", "reference": "%s"}
    """
        .formatted(amount, reference);
  }

  /** What has come onto an account of the cash book, whatever has left it. */
  private static Money cash(String fund, String code) throws IOException {
    var balance = HOUSE.get("/api/ledger/trial-balance?book=CASH&fund=" + fund);
    for (var account : balance.path("accounts")) {
      if (account.path("code").asString().equals(code)) {
        return Money.of(account.path("debit").asString());
      }
    }
    return Money.ZERO;
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
