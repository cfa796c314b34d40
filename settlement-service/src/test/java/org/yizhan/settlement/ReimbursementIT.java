package org.yizhan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.ReimbursementCase;
import tools.jackson.databind.JsonNode;

/**
 * H10, W3: what became known late is settled outside one-stop once two people have looked at it.
 */
class ReimbursementIT extends SettlementOnRealEngines {

  private JsonNode answer(UUID commandId) {
    return json.readTree(answers.await(commandId, s -> !s.isEmpty()).getFirst().json());
  }

  private JsonNode propose() {
    var command =
        new ProposeReimbursement(
            UUID.randomUUID(), person, "441600", 2019, "clerk-7", "mark came late", RECEIVED);
    send(command);
    return answer(command.commandId());
  }

  private DecideReimbursement decide(UUID caseId, boolean approve, String checker) {
    var command =
        new DecideReimbursement(
            UUID.randomUUID(), caseId, person, approve, checker, RECEIVED.plusDays(40));
    send(command);
    return command;
  }

  private SettleDischarge settledUnmarked(String encounter) {
    sayCoverage(1);
    var discharge = discharge(encounter).build();
    send(discharge);
    settlements.await(discharge.settlementId(), s -> !s.isEmpty());
    return discharge;
  }

  private ReimbursementCase proposed() {
    return json.treeToValue(propose().get("reimbursement"), ReimbursementCase.class);
  }

  private JsonNode get(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
      return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  @Test
  @DisplayName("H10: a mark that came late is proposed, approved by somebody else and told once")
  void aLateMarkIsReimbursedByTwoPeople() throws Exception {
    var discharge = settledUnmarked("ZYR1");
    assertThat(propose().get("problem").get("code").asString()).isEqualTo("nothing-to-reimburse");
    sayCoverage(2, "DIBAO");
    var review = get("/api/persons/" + person + "/benefit-years/2019/review");
    var reimbursement = proposed();
    assertThat(reimbursement.state()).isEqualTo(ReimbursementCase.State.PROPOSED);
    assertThat(review.get("settlements").get(0).get("settlementId").asString())
        .isEqualTo(discharge.settlementId().toString());
    assertThat(json.valueToTree(reimbursement.totals()).toString())
        .isEqualTo(review.get("totals").toString());

    var alone = decide(reimbursement.caseId(), true, "clerk-7");
    assertThat(answer(alone.commandId()).get("problem").get("code").asString())
        .isEqualTo("same-person");
    var approval = decide(reimbursement.caseId(), true, "clerk-9");
    assertThat(answer(approval.commandId()).get("reimbursement").get("state").asString())
        .isEqualTo("APPROVED");
    var fact = settlements.await(reimbursement.caseId(), s -> !s.isEmpty()).getFirst();
    assertThat(fact.type()).isEqualTo("claims-reimbursed.v1");
    assertThat(fact.json()).contains("\"maker\":\"clerk-7\"", "\"checker\":\"clerk-9\"");
    var standing = get("/api/settlements/" + discharge.settlementId());
    assertThat(standing.get("revisions").get(0).get("cause").asString())
        .isEqualTo("LATE_KNOWLEDGE");
    assertThat(standing.get("patient").asString()).isEqualTo("9746.50");
    assertThat(get("/api/persons/" + person + "/benefit-years/2019").get("yearToDate").toString())
        .contains("\"ASSISTANCE\":\"6986.00\"");

    send(approval);
    assertThat(settlements.await(reimbursement.caseId(), s -> s.size() == 2).get(1))
        .isEqualTo(fact);
    var late = decide(reimbursement.caseId(), false, "clerk-9");
    assertThat(answer(late.commandId()).get("problem").get("code").asString())
        .isEqualTo("case-decided");
    assertThat(propose().get("problem").get("code").asString()).isEqualTo("nothing-to-reimburse");
  }

  @Test
  void aCaseHoldsOnlyForTheStateItWasMadeFor() {
    settledUnmarked("ZYR2");
    sayCoverage(2, "DIBAO");
    var reimbursement = proposed();
    var other = discharge("ZYR3").build();
    send(other);
    settlements.await(other.settlementId(), s -> !s.isEmpty());
    var approval = decide(reimbursement.caseId(), true, "clerk-9");
    assertThat(answer(approval.commandId()).get("problem").get("code").asString())
        .isEqualTo("case-outdated");
    assertThat(settlements.about(reimbursement.caseId())).isEmpty();
  }

  @Test
  void aRejectedCaseChangesNothing() {
    settledUnmarked("ZYR4");
    sayCoverage(2, "DIBAO");
    var reimbursement = proposed();
    var before =
        database.getCollection("benefitYears").find(new Document("person", person)).first();
    var rejection = decide(reimbursement.caseId(), false, "clerk-9");
    assertThat(answer(rejection.commandId()).get("reimbursement").get("state").asString())
        .isEqualTo("REJECTED");
    assertThat(database.getCollection("benefitYears").find(new Document("person", person)).first())
        .isEqualTo(before);
    var approval = decide(reimbursement.caseId(), true, "clerk-9");
    assertThat(answer(approval.commandId()).get("problem").get("code").asString())
        .isEqualTo("case-decided");
  }
}
