package org.yizhan.settlement.benefityear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.settlement.benefityear.Bills.aBill;
import static org.yizhan.settlement.benefityear.DateAndThresholdEdgesTest.share;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.settlement.Settlement.Status;

class AdjudicationTest {

  private final Adjudication adjudication = new Adjudication(Bills.LAWS);

  @Test
  @DisplayName("H14, W1: the statement names the mark of the last payer that paid because of one")
  void categoryOfTheStatement() {
    assertThat(
            aBill()
                .in("330300")
                .marked("DIBAO", "MARTYR_FAMILY")
                .of("9000.00")
                .settled()
                .category())
        .isEqualTo("MARTYR_FAMILY");
    assertThat(
            aBill()
                .in("330300")
                .marked("TEKUN", "MARTYR_FAMILY")
                .of("9000.00")
                .settled()
                .category())
        .isEqualTo("TEKUN"); // nothing is left for special care
    assertThat(aBill().marked("DIBAO").at(Place.UNFILED).of("100000.00").settled().category())
        .isEqualTo("DIBAO"); // through catastrophic insurance
    assertThat(aBill().marked("DIBAO").of("0.00").settled().category()).isEqualTo("DIBAO");
    assertThat(aBill().of("9000.00").settled().category()).isNull();
  }

  @Test
  void yearToDateIncludesThisSettlementForThePayersOfTheChain() {
    var first = aBill().as("ACTIVE").marked("DIBAO").of("42000.00");
    var year = first.emptyYear().with(first.settledIn(first.emptyYear()).claim());
    var second = aBill().marked("DIBAO").of("10000.00").settledIn(year).settlement();
    assertThat(second.yearToDate().year()).isEqualTo(2019);
    assertThat(second.yearToDate().paid())
        .containsOnlyKeys(Payer.BASIC, Payer.CATASTROPHIC, Payer.POVERTY, Payer.ASSISTANCE)
        .containsEntry(
            Payer.BASIC, Money.of("39085.00")); // both schemes share the year: 33,040 + 6,045
  }

  @Test
  void whichLawWasUsedIsOnTheStatement() {
    var settlement = aBill().marked("DIBAO").of("42000.00").settled();
    assertThat(settlement.parameters().version()).isEqualTo("2021-01-01");
    assertThat(settlement.parameters().hash()).hasSize(64).isEqualTo(Bills.LAWS.hash());
    assertThat(settlement.parameters().illustrative())
        .containsExactly(
            "441600/assistance/in-part/cap",
            "441600/basic/resident/cap",
            "441600/basic/resident/deductible/level-3",
            "441600/basic/resident/ratio/in-city/level-3",
            "441600/catastrophic/resident/dibao-and-registered-poor/cap",
            "441600/catastrophic/resident/dibao-and-registered-poor/tiers",
            "441600/catastrophic/resident/general/deductible");
  }

  @Test
  @DisplayName("a deductible that is computed from two parameters shows all three")
  void derivedDeductible() {
    var used =
        share(Payer.CATASTROPHIC, aBill().marked("DIBAO").of("42000.00").settled())
            .explanation()
            .parameters();
    assertThat(used)
        .anySatisfy(
            parameter -> {
              assertThat(parameter.name())
                  .isEqualTo("441600/catastrophic/resident/dibao-and-registered-poor/deductible");
              assertThat(parameter.value()).isEqualTo("5280.00");
              assertThat(parameter.status()).isEqualTo("derived");
              assertThat(parameter.reference()).contains("general/deductible", "deductible-share");
            });
  }

  @Test
  void aTrialSaysSoAndIsOtherwiseTheSame() {
    var bill = aBill().marked("DIBAO").of("42000.00");
    var admissible = bill.admissible();
    var trial =
        (Decision.Settled) adjudication.tryOut(bill.emptyYear().running(), admissible, Bills.NOON);
    var settled =
        (Decision.Settled) adjudication.decide(bill.emptyYear().running(), admissible, Bills.NOON);
    assertThat(trial.settlement().status()).isEqualTo(Status.TRIAL);
    assertThat(settled.settlement().status()).isEqualTo(Status.SETTLED);
    assertThat(trial.settlement().shares()).isEqualTo(settled.settlement().shares());
  }

  @Test
  void theYearKeepsTheClaimAndFindsItAgain() {
    var bill = aBill().of("42000.00");
    var claim = bill.settledIn(bill.emptyYear()).claim();
    var year = bill.emptyYear().with(claim);
    assertThat(year.claimOf(claim.settlementId())).contains(claim);
    assertThat(year.claimOf(claim.commandId())).isEmpty();
    assertThat(year.running().deciderOf(claim.settlementId())).contains(claim.commandId());
    assertThat(year.running().deciderOf(claim.commandId())).isEmpty();
    assertThat(year.running().used()).isEqualTo(year.accumulators());
    assertThat(BenefitYear.of(year.key(), year.version(), year.claims())).isEqualTo(year);
  }

  @Test
  void aBillOfAnotherYearIsOurMistake() {
    var year = aBill().dischargedOn("2020-01-01").emptyYear();
    var bill = aBill().dischargedOn("2019-12-31").admissible();
    assertThatThrownBy(() -> adjudication.decide(year.running(), bill, Bills.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("a stay over New Year belongs to the year of its discharge")
  void yearOfTheDischarge() {
    assertThat(aBill().dischargedOn("2020-01-01").emptyYear().key().year()).isEqualTo(2020);
  }

  @Test
  @DisplayName("H7: what is left of each cap, uncapped payers left out")
  void capLeft() {
    var bill = aBill().marked("DIBAO").of("42000.00");
    var year = bill.emptyYear().with(bill.settledIn(bill.emptyYear()).claim());
    var today = LocalDate.parse("2026-11-22");
    assertThat(adjudication.capLeft(year.key(), year.accumulators(), bill.coverage(), today))
        .isEqualTo(
            Map.of(Payer.BASIC, Money.of("173155.00"), Payer.ASSISTANCE, Money.of("73014.00")));
    var unmarked = aBill().as("ACTIVE").coverage();
    assertThat(adjudication.capLeft(year.key(), year.accumulators(), unmarked, today))
        .containsOnlyKeys(Payer.BASIC, Payer.CATASTROPHIC, Payer.SUPPLEMENTARY);
    assertThat(
            adjudication.capLeft(
                year.key(), year.accumulators(), unmarked, LocalDate.parse("2019-06-30")))
        .isEmpty();
  }
}
