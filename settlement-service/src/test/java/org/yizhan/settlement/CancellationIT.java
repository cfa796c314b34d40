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
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.Cascade;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import tools.jackson.databind.JsonNode;

/** A settlement is taken back: its year is folded again, and later settlements with it. */
class CancellationIT extends SettlementOnRealEngines {

  private static UUID idOf(SettleDischarge command) {
    return DerivedId.of("cancellation", command.settlementId());
  }

  private CancelSettlement cancel(SettleDischarge command, Cascade cascade) {
    var cancellation =
        new CancelSettlement(
            UUID.randomUUID(),
            command.settlementId(),
            HOSPITAL,
            command.encounterId(),
            person,
            "441600",
            LocalDate.parse("2019-11-15"),
            "sent by mistake",
            cascade,
            RECEIVED.plusDays(40));
    send(cancellation);
    return cancellation;
  }

  private SettleDischarge settled(SettleDischarge command) {
    send(command);
    settlements.await(command.settlementId(), s -> !s.isEmpty());
    return command;
  }

  private ClaimsRevised revised(SettleDischarge command) {
    var said = settlements.await(idOf(command), s -> !s.isEmpty()).getFirst();
    assertThat(said.type()).isEqualTo("claims-revised.v1");
    assertThat(said.key()).isEqualTo(person);
    return json.readValue(said.json(), ClaimsRevised.class);
  }

  private JsonNode get(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
      return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private JsonNode year() throws Exception {
    return get("/api/persons/" + person + "/benefit-years/2019");
  }

  @Test
  @DisplayName("H12: a year tells what the human has used up, under whatever number")
  void aYearCountsWhatWasUsedUnderAnotherNumber() throws Exception {
    sayCoverage(1, "DIBAO");
    settled(discharge("ZY9").build());
    var before = year();
    var givenUp = person;
    aNewPerson();
    var is = coverage(1, "DIBAO");
    say(
        new Coverage(
            person,
            is.maskedId(),
            is.city(),
            is.county(),
            1,
            is.enrolments(),
            is.marks(),
            is.filings(),
            null,
            List.of(givenUp)));
    assertThat(before.get("capLeft").get("ASSISTANCE").asString()).isEqualTo("73014.00");
    assertThat(year().get("capLeft")).isEqualTo(before.get("capLeft"));
    assertThat(year().get("yearToDate")).isEqualTo(before.get("yearToDate"));
    assertThat(year().get("settlements")).isEmpty();
  }

  @Test
  @DisplayName("H21: a cancelled settlement gives back what it used up, and its stay settles again")
  void theYearIsAsIfTheClaimHadNeverBeen() throws Exception {
    sayCoverage(1, "DIBAO");
    var first = settled(discharge("ZY1").build());
    cancel(first, Cascade.REFUSE);
    var revision = revised(first).revisions().getFirst();
    assertThat(revision.before().patient()).hasToString("9746.50");
    assertThat(revision.changes()).hasSize(3);
    var year = year();
    assertThat(year.get("yearToDate").isEmpty()).isTrue();
    assertThat(year.get("settlements").get(0).get("status").asString()).isEqualTo("CANCELLED");
    var standing = get("/api/settlements/" + first.settlementId());
    assertThat(standing.get("status").asString()).isEqualTo("CANCELLED");
    assertThat(standing.get("revisions").get(0).get("reason").asString())
        .isEqualTo("sent by mistake");

    var stranger = discharge("ZY1").build();
    send(stranger);
    assertThat(answers.await(stranger.settlementId(), s -> !s.isEmpty()).getFirst().json())
        .contains("encounter-conflict");
    var again = settled(discharge("ZY1").replaces(first.settlementId()).build());
    assertThat(settlements.about(again.settlementId()).getFirst().json())
        .contains("\"patient\":\"9746.50\"");
  }

  @Test
  void laterSettlementsThatWouldChangeAreNamedAndNothingIsDone() throws Exception {
    sayCoverage(1, "REGISTERED_POOR");
    var first = settled(discharge("ZY2").build());
    var later = settled(discharge("ZY3").total("158000.00", "150000.00").build());
    var before = year();
    cancel(first, Cascade.REFUSE);
    var answer = answers.await(idOf(first), s -> !s.isEmpty()).getFirst();
    assertThat(answer.type()).isEqualTo("cancellation-refused.v1");
    var refusal = json.readTree(answer.json());
    assertThat(refusal.get("problem").get("code").asString()).isEqualTo("later-settlements");
    assertThat(refusal.get("later").get(0).get("settlementId").asString())
        .isEqualTo(later.settlementId().toString());
    assertThat(refusal.get("later").get(0).get("changes")).isNotEmpty();
    assertThat(year()).isEqualTo(before);
  }

  @Test
  void laterSettlementsAreAdjustedByTheDifferenceInTheSameFact() throws Exception {
    sayCoverage(1, "REGISTERED_POOR");
    var first = settled(discharge("ZY4").build());
    var later = settled(discharge("ZY5").total("158000.00", "150000.00").build());
    cancel(first, Cascade.ADJUST);
    var revised = revised(first);
    assertThat(revised.revisions())
        .extracting(revision -> revision.settlement().settlementId())
        .containsExactly(first.settlementId(), later.settlementId());
    var adjusted = revised.revisions().get(1);
    assertThat(adjusted.changes()).isNotEmpty();
    assertThat(get("/api/settlements/" + later.settlementId()).get("patient").asString())
        .isEqualTo(adjusted.settlement().patient().toString())
        .isNotEqualTo(adjusted.before().patient().toString());
    // As the year would have come out without the first.
    person = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase();
    sayCoverage(1, "REGISTERED_POOR");
    var alone = settled(discharge("ZY6").total("158000.00", "150000.00").build());
    assertThat(get("/api/settlements/" + alone.settlementId()).get("patient").asString())
        .isEqualTo(adjusted.settlement().patient().toString());
  }

  @Test
  void theSameCommandSaysTheSameBytesAndAnotherOneIsOnlyAnswered() {
    sayCoverage(1, "DIBAO");
    var first = settled(discharge("ZY7").build());
    var command = cancel(first, Cascade.REFUSE);
    revised(first);
    send(command);
    var facts = settlements.await(idOf(first), s -> s.size() == 2);
    assertThat(facts.get(0)).isEqualTo(facts.get(1));
    cancel(first, Cascade.REFUSE);
    var answer = answers.await(idOf(first), s -> !s.isEmpty()).getFirst();
    assertThat(answer.type()).isEqualTo("cancellation-repeated.v1");
    assertThat(settlements.about(idOf(first))).hasSize(2);
    var stored =
        database.getCollection("benefitYears").find(new Document("person", person)).first();
    assertThat(stored.get("revising", Document.class)).isEmpty();
  }

  @Test
  void aDischargeThatComesAgainAfterItsCancellationIsNoNewOne() {
    sayCoverage(1, "DIBAO");
    var first = settled(discharge("ZY8").build());
    cancel(first, Cascade.REFUSE);
    revised(first);
    send(first); // the very command: the books may not have heard of it
    var facts = settlements.await(first.settlementId(), s -> s.size() == 2);
    assertThat(facts.get(0)).isEqualTo(facts.get(1));
    send(discharge("ZY8").settlementId(first.settlementId()).build());
    assertThat(answers.await(first.settlementId(), s -> !s.isEmpty()).getFirst().json())
        .contains("settlement-cancelled");
    assertThat(claimsOf(person)).isEqualTo(1);
  }

  @Test
  void settlingCancellingAndSettlingAgainInOneBatchIsDecidedInOrder() {
    sayCoverage(1, "DIBAO");
    var first = discharge("ZY9").build();
    var again = discharge("ZY9").replaces(first.settlementId()).build();
    var other = discharge("ZY10").build();
    send(first);
    send(other);
    cancel(first, Cascade.ADJUST);
    send(again);
    settlements.await(again.settlementId(), s -> !s.isEmpty());
    assertThat(settlements.about(first.settlementId())).hasSize(1);
    assertThat(settlements.about(other.settlementId())).hasSize(1);
    revised(first);
    assertThat(claimsOf(person)).isEqualTo(3);
  }

  @Test
  void whatIsNotInTheYearCannotBeCancelled() {
    var unknown = discharge("ZY11").build();
    cancel(unknown, Cascade.REFUSE);
    assertThat(answers.await(idOf(unknown), s -> !s.isEmpty()).getFirst().json())
        .contains("unknown-settlement");
  }
}
