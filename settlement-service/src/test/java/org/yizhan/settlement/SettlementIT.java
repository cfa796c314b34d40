package org.yizhan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;

/** Decided once, waited for, refused with a reason. */
class SettlementIT extends SettlementOnRealEngines {

  @Test
  @DisplayName("H1, H4: a discharge is divided among all payers of the chain at once")
  void settlesADischarge() {
    sayCoverage(1, "DIBAO");
    var command = discharge("ZY1").build();
    send(command);
    var said = settlements.await(command.settlementId(), s -> !s.isEmpty());
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().key()).isEqualTo(person);
    assertThat(said.getFirst().json())
        .contains(
            "\"amount\":\"26845.00\"",
            "\"amount\":\"6422.50\"",
            "\"amount\":\"6986.00\"",
            "\"patient\":\"9746.50\"");
  }

  @Test
  void theSameCommandAgainPublishesTheSameBytesAndChangesNothing() {
    sayCoverage(1, "DIBAO");
    var command = discharge("ZY2").build();
    send(command);
    settlements.await(command.settlementId(), s -> s.size() == 1);
    send(command);
    var both = settlements.await(command.settlementId(), s -> s.size() == 2);
    assertThat(both.get(0)).isEqualTo(both.get(1));
    assertThat(claimsOf(person)).isEqualTo(1);
  }

  @Test
  void anotherCommandWithTheSameBodyIsAnsweredAndNeverReachesTheBooks() {
    sayCoverage(1, "DIBAO");
    var first = discharge("ZY3").build();
    var second = discharge("ZY3").settlementId(first.settlementId()).build();
    send(first);
    send(second);
    var answer = answers.await(first.settlementId(), s -> !s.isEmpty()).getFirst();
    assertThat(answer.type()).isEqualTo("settlement-repeated.v1");
    assertThat(answer.json()).contains(second.commandId().toString(), "\"patient\":\"9746.50\"");
    assertThat(settlements.about(first.settlementId())).hasSize(1);
  }

  @Test
  void theSameEncounterWithAnotherBodyIsAConflict() {
    sayCoverage(1, "DIBAO");
    send(discharge("ZY4").build());
    var other = discharge("ZY4").total("60000.00", "52000.00").build();
    send(other);
    var answer = answers.await(other.settlementId(), s -> !s.isEmpty()).getFirst();
    assertThat(answer.json()).contains("\"status\":409", "encounter-conflict");
    assertThat(claimsOf(person)).isEqualTo(1);
  }

  @Test
  @DisplayName("H13: a discharge that carries a newer eligibility version waits for it and uses it")
  void waitsForTheVersionThatTheHospitalSaw() {
    sayCoverage(1);
    var command = discharge("ZY5").eligibilityVersion(2).build();
    send(command);
    var early = discharge("ZY5b").build();
    send(early);
    settlements.await(early.settlementId(), s -> s.size() == 1);
    assertThat(settlements.about(command.settlementId())).isEmpty();
    sayCoverage(2, "DIBAO");
    var said = settlements.await(command.settlementId(), s -> !s.isEmpty());
    assertThat(said.getFirst().json())
        .contains("\"category\":\"DIBAO\"", "\"eligibilityVersion\":2");
  }

  @Test
  void anInventedVersionHarmsOnlyItsSender() {
    sayCoverage(1, "DIBAO");
    var command = discharge("ZY6").eligibilityVersion(99).build();
    send(command);
    var answer = answers.await(command.settlementId(), s -> !s.isEmpty()).getFirst();
    assertThat(answer.json()).contains("eligibility-version-unknown");
    assertThat(
            database
                .getCollection("coverages")
                .find(new org.bson.Document("_id", person))
                .first()
                .getList("waiting", Object.class))
        .isEmpty();
  }

  @Test
  void aRefusalFreesTheEncounterForTheCorrectedBill() {
    var early = discharge("ZY7").build();
    send(early);
    assertThat(answers.await(early.settlementId(), s -> !s.isEmpty()).getFirst().json())
        .contains("unknown-person");
    sayCoverage(1, "DIBAO");
    var again = discharge("ZY7").settlementId(early.settlementId()).build();
    do {
      send(again = discharge("ZY7").settlementId(early.settlementId()).build());
    } while (settlements.about(early.settlementId()).isEmpty());
    assertThat(claimsOf(person)).isEqualTo(1);
  }

  @Test
  void manyCommandsForOneYearInOneBatchAreDecidedInOrder() {
    sayCoverage(1, "LOW_INCOME_SERIOUSLY_ILL");
    var commands = new ArrayList<SettleDischarge>();
    for (int i = 0; i < 30; i++) {
      commands.add(discharge("ZY8-" + i).build());
    }
    commands.forEach(this::send);
    for (var command : commands) {
      settlements.await(command.settlementId(), s -> s.size() == 1);
    }
    assertThat(claimsOf(person)).isEqualTo(30);
    var last = settlements.about(commands.getLast().settlementId()).getFirst().json();
    assertThat(last).contains("\"ASSISTANCE\":\"80000.00\"");
  }

  @Test
  @DisplayName("H9, H14: the check at admission is answered for the coverage it carries")
  void checksAnAdmission() throws Exception {
    var coverage = coverage(7, "TEKUN");
    var answer = ask(Map.of("coverage", coverage, "hospitalCode", HOSPITAL));
    assertThat(json.readTree(answer.body()))
        .isEqualTo(
            json.readTree(
                """
                { "personNumber": "%s", "maskedId": "441600********0014", "hospitalCode": "H44160200001",
                  "admissionDate": "2019-11-01", "city": "441600", "county": "441602", "scheme": "RESIDENT", "status": null,
                  "place": "IN_CITY", "filing": { "needed": false, "found": null }, "offSiteFunctionOpen": null,
                  "oneStop": true, "depositWaived": true,
                  "categories": [ { "category": "TEKUN", "county": "441602", "agency": "civil-affairs", "since": "2019-07-01" } ],
                  "reasons": [ "Nothing will come from POVERTY: no entitling mark counts on the admission date." ],
                  "eligibilityVersion": 7 }
                """
                    .formatted(person)));
    var unknown = ask(Map.of("coverage", coverage, "hospitalCode", "H44160299999"));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("\"unknown-hospital\"");
  }

  private HttpResponse<String> ask(Map<String, Object> question) throws Exception {
    var body = new HashMap<>(question);
    body.put("admissionDate", "2019-11-01");
    try (var http = HttpClient.newHttpClient()) {
      var uri = URI.create("http://localhost:" + port + "/internal/admission-checks");
      var request =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
