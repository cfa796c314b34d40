package org.yizhan.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.Cascade;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.mongo.MongoLawBook;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.readjudication.Adoption;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.settling.Recoveries;
import org.yizhan.settlement.simulation.Overlays;
import org.yizhan.settlement.simulation.Years;

@DisplayName("H10: one year adopts the law in force")
class AdoptLawIT extends SettlementOnRealEngines {

  private static final Laws HALF = LAWS.with(Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50"));

  @Autowired BenefitYears years;
  @Autowired Recoveries recoveries;

  private BenefitYear decidedUnder(Laws earlier, Bills bill) {
    MongoLawBook.keeping(earlier, database);
    var year = Years.of(person, bill.under(earlier).dischargedOn("2019-11-15"));
    var stored = new BenefitYears.Stored(Years.running(year), 0, Set.of());
    years.store(List.of(new BenefitYears.Change(stored, Map.of(), Set.of())));
    return year;
  }

  private AdoptLaw adopt(String parameterHash) {
    var command =
        new AdoptLaw(
            UUID.randomUUID(),
            UUID.randomUUID(),
            person,
            "441600",
            2019,
            parameterHash,
            LocalDate.parse("2019-01-01"),
            LocalDate.parse("2019-12-31"),
            "clerk-7",
            "clerk-9",
            "rate raised",
            OffsetDateTime.parse("2020-01-02T09:00:00+08:00"));
    send(command);
    return command;
  }

  private Adoption adoption(AdoptLaw command) {
    var known = new Document("_id", command.commandId().toString());
    var found =
        await()
            .until(() -> database.getCollection("adoptions").find(known).first(), d -> d != null);
    return json.readValue(found.getString("adoption"), Adoption.class);
  }

  private BenefitYear now(BenefitYear year) {
    return years.findWhole(BenefitYears.idOf(year.key())).orElseThrow();
  }

  @Test
  @DisplayName("H7, H10: what one-stop should have paid more is paid out, told once")
  void whatIsDueIsPaidOut() {
    var year = decidedUnder(HALF, aBill().of("42000.00").marked("DIBAO"));
    var command = adopt(LAWS.hash());
    assertThat(adoption(command).settlements())
        .singleElement()
        .satisfies(
            settlement ->
                assertThat(settlement.effectOn(Payer.ASSISTANCE).difference())
                    .isEqualTo("2619.75")); // 30 % of 8,732.50
    var fact = settlements.await(command.commandId(), s -> !s.isEmpty()).getFirst();
    assertThat(fact.type()).isEqualTo("claims-reimbursed.v1");
    assertThat(fact.json()).contains("\"cause\":\"NEW_LAW\"");
    var claim = now(year).claims().getFirst();
    assertThat(claim.parameterHash()).isEqualTo(LAWS.hash());
    assertThat(claim.outside()).containsExactly(Map.entry(Payer.ASSISTANCE, 261975L));

    send(command);
    assertThat(settlements.await(command.commandId(), s -> s.size() == 2).get(1)).isEqualTo(fact);
    assertThat(now(year).version()).isEqualTo(2);
    var again = adopt(LAWS.hash());
    assertThat(adoption(again).settlements()).as("it stands under that law").isEmpty();
    requireNotCancelled(claim.command().settlementId());
  }

  @Test
  @DisplayName("H7, H10: what a new law takes away is to be recovered")
  void whatWasTooMuchIsToBeRecovered() {
    decidedUnder(
        LAWS.with(Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.90")),
        aBill().of("42000.00").marked("DIBAO"));
    var command = adopt(LAWS.hash());
    assertThat(adoption(command).settlements()).hasSize(1);
    var recovery = recoveries.find(command.commandId()).orElseThrow();
    assertThat(recovery.cause()).isEqualTo(Cause.NEW_LAW);
    assertThat(recovery.dues())
        .singleElement()
        .satisfies(due -> assertThat(due.left()).isEqualTo(Money.of("873.25"))); // 10 %
  }

  private void requireNotCancelled(UUID settlementId) {
    var cancellation =
        new CancelSettlement(
            UUID.randomUUID(),
            settlementId,
            HOSPITAL,
            "bill",
            person,
            "441600",
            LocalDate.parse("2019-11-15"),
            "by mistake",
            Cascade.ADJUST,
            RECEIVED);
    send(cancellation);
    var refused =
        answers.await(DerivedId.of(CancelSettlement.ID_PURPOSE, settlementId), s -> !s.isEmpty());
    assertThat(refused.getFirst().type()).isEqualTo("cancellation-refused.v1");
  }

  @Test
  void aLawThatIsNotInForceChangesNothing() {
    var year = decidedUnder(HALF, aBill().of("42000.00").marked("DIBAO"));
    var adoption = adoption(adopt("another"));
    assertThat(adoption.lawHasChanged()).isTrue();
    assertThat(adoption.settlements()).isEmpty();
    assertThat(now(year)).isEqualTo(year);
  }

  @Test
  @DisplayName("H4: a base that grows otherwise is told although no money moves")
  void whatTheNextBillSeesIsTold() {
    var law = LAWS.with(Overlays.in("441600/catastrophic.yaml", "value: yes", "value: no"));
    var year = decidedUnder(law, aBill().of("2000.00"));
    var command = adopt(LAWS.hash());
    assertThat(adoption(command).settlements()).as("no share differs").isEmpty();
    var fact = settlements.await(command.commandId(), s -> !s.isEmpty()).getFirst();
    assertThat(json.readTree(fact.json()).path("revisions")).hasSize(1);
    assertThat(now(year).claims().getFirst().parameterHash()).isEqualTo(LAWS.hash());
    assertThat(now(year).claims().getFirst().outside()).isEmpty();
    assertThat(now(year).accumulators()).isNotEqualTo(year.accumulators());
  }

  @Test
  void aYearThatIsNotKnownIsLeftAlone() {
    assertThat(adoption(adopt(LAWS.hash())).settlements()).isEmpty();
    assertThat(claimsOf(person)).isZero();
  }
}
