package org.yizhan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.Cascade;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.DecideWriteOff;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeWriteOff;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.ReimbursementCase;
import tools.jackson.databind.JsonNode;

/**
 * H10, W3: what became known late is settled outside one-stop once two people have looked at it.
 */
class ReimbursementIT extends SettlementOnRealEngines {

  private int proposals;

  private JsonNode answer(UUID commandId) {
    return json.readTree(answers.await(commandId, s -> !s.isEmpty()).getFirst().json());
  }

  private JsonNode propose() {
    var command =
        new ProposeReimbursement(
            UUID.randomUUID(),
            person,
            "441600",
            2019,
            "clerk-7",
            "mark came late",
            RECEIVED.plusMinutes(++proposals));
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

  private RecordReturn takeBack(UUID caseId, String amount, String reference) {
    var command =
        new RecordReturn(
            UUID.randomUUID(),
            caseId,
            person,
            Payer.ASSISTANCE,
            Money.of(amount),
            LocalDate.parse("2020-01-02"),
            "clerk-5",
            reference,
            RECEIVED.plusDays(50));
    send(command);
    return command;
  }

  private String refusalOf(UUID commandId) {
    return answer(commandId).get("problem").get("code").asString();
  }

  @Test
  @DisplayName("H10: what was paid too much is open until it has come back, each return told once")
  void whatWasPaidTooMuchComesBack() throws Exception {
    sayCoverage(1, "DIBAO");
    var discharge = discharge("ZYR5").build();
    send(discharge);
    settlements.await(discharge.settlementId(), s -> !s.isEmpty());
    sayCoverage(2); // the mark was a mistake
    var caseId = proposed().caseId();
    assertThat(refusalOf(takeBack(caseId, "1.00", "slip-0").commandId()))
        .isEqualTo("unknown-recovery");
    answer(decide(caseId, true, "clerk-9").commandId());
    var path = "/api/reimbursement-cases/" + caseId;
    var open = get(path).get("recovery");
    assertThat(open.get("state").asString()).isEqualTo("OPEN");
    assertThat(open.get("dues").get(1).get("payer").asString()).isEqualTo("ASSISTANCE");
    assertThat(open.get("dues").get(1).get("amount").asString()).isEqualTo("6986.00");
    assertThat(get("/api/recoveries?city=441600&limit=1000").get("recoveries")).contains(open);

    assertThat(refusalOf(takeBack(caseId, "6986.01", "slip-1").commandId()))
        .isEqualTo("more-than-open");
    var command = takeBack(caseId, "986.00", "slip-1");
    var recovery = answer(command.commandId()).get("recovery");
    assertThat(recovery.get("state").asString()).isEqualTo("PARTLY_RETURNED");
    assertThat(get("/api/recoveries/" + caseId)).isEqualTo(recovery);
    var returnId = UUID.fromString(recovery.get("returns").get(0).get("returnId").asString());
    var fact = settlements.await(returnId, s -> !s.isEmpty()).getFirst();
    assertThat(fact.type()).isEqualTo("recovery-returned.v1");
    assertThat(fact.json()).contains(discharge.settlementId().toString(), "\"county\":\"441602\"");

    send(command);
    assertThat(settlements.await(returnId, s -> s.size() == 2).get(1)).isEqualTo(fact);
    assertThat(answer(takeBack(caseId, "986.00", "slip-1").commandId()).get("recovery"))
        .isEqualTo(recovery);
    assertThat(refusalOf(takeBack(caseId, "985.00", "slip-1").commandId()))
        .isEqualTo("reference-used");
    assertThat(settlements.about(returnId)).as("told for one command only").hasSize(2);
    requireNotCancelled(discharge);
    writeOff(caseId);
  }

  private void requireNotCancelled(SettleDischarge discharge) {
    send(
        new CancelSettlement(
            UUID.randomUUID(),
            discharge.settlementId(),
            HOSPITAL,
            discharge.encounterId(),
            person,
            "441600",
            discharge.dischargeDate(),
            "by mistake",
            Cascade.ADJUST,
            RECEIVED));
    var id = DerivedId.of(CancelSettlement.ID_PURPOSE, discharge.settlementId());
    var refused = answers.await(id, s -> !s.isEmpty()).getFirst();
    assertThat(refused.json()).contains("settlement-reimbursed", "stays so when it has come back");
  }

  private void writeOff(UUID caseId) throws Exception {
    var proposal =
        new ProposeWriteOff(
            UUID.randomUUID(), caseId, person, "clerk-7", "no estate", RECEIVED.plusDays(60));
    send(proposal);
    assertThat(answer(proposal.commandId()).get("recovery").get("writeOffs")).hasSize(1);
    var decision =
        new DecideWriteOff(
            UUID.randomUUID(), caseId, person, true, "clerk-9", RECEIVED.plusDays(61));
    send(decision);
    assertThat(answer(decision.commandId()).get("recovery").get("state").asString())
        .isEqualTo("WRITTEN_OFF");
    assertThat(get("/api/recoveries?city=441600&limit=1000").toString())
        .doesNotContain(caseId.toString());
    assertThat(refusalOf(takeBack(caseId, "1.00", "slip-2").commandId()))
        .isEqualTo("recovery-closed");
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
  @DisplayName("H13: a broken year stops neither coverages nor the list of the other years")
  void aBrokenYearIsListedAsBroken() throws Exception {
    settledUnmarked("ZYR6");
    var years = database.getCollection("benefitYears");
    var mine = new Document("person", person);
    var whole = years.find(mine).first();
    years.updateOne(mine, new Document("$set", new Document("claims", List.of("{}"))));
    sayCoverage(2, "DIBAO");
    var noted = new Document("person", person).append("eligibilityVersion", 2L);
    while (database.getCollection("lateFindings").countDocuments(noted) == 0) {
      Thread.onSpinWait();
    }
    assertThat(brokenYears()).contains(person);
    years.replaceOne(mine, whole);
    assertThat(brokenYears()).doesNotContain(person);
  }

  private List<String> brokenYears() throws Exception {
    return get("/api/late-knowledge?limit=200")
        .get("unreviewed")
        .valueStream()
        .filter(one -> one.get("problem").get("code").asString().equals("year-broken"))
        .map(one -> one.get("personNumber").asString())
        .toList();
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
    var again = proposed();
    assertThat(again.caseId()).isNotEqualTo(reimbursement.caseId());
    assertThat(again.state()).isEqualTo(ReimbursementCase.State.PROPOSED);
    assertThat(proposed()).as("the open one is answered").isEqualTo(again);
  }
}
