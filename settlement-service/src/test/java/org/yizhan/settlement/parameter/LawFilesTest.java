package org.yizhan.settlement.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.testing.ParameterText.parameter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.Decision;
import org.yizhan.settlement.payerchain.Laws;

class LawFilesTest {

  private static final String SUPPLEMENTARY = "441600/supplementary.yaml";
  private static final ParameterSet SHIPPED = LawUnits.FILES.load("parameters", Optional.empty());

  @TempDir Path overlay;

  @Test
  void theIndexListsEveryFile() throws IOException {
    var directory = Path.of("src/main/resources/parameters");
    var index = Files.readAllLines(directory.resolve("index"));
    try (Stream<Path> files = Files.walk(directory)) {
      var found =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .map(file -> directory.relativize(file).toString())
              .sorted()
              .toList();
      assertThat(index).isEqualTo(found);
    }
  }

  @Test
  void everyShippedParameterIsReadBySomeRule() {
    assertThat(Laws.of(SHIPPED).version()).isEqualTo("2021-01-01");
    assertThat(SHIPPED.hash()).matches("[0-9a-f]{64}");
    assertThat(SHIPPED.illustrative())
        .contains("441600/assistance/in-part/cap")
        .doesNotContain("441600/assistance/in-part/ratio/DIBAO");
  }

  @Test
  void everyShippedIllustrativeValueHasAReviewDate() {
    var review = LocalDate.parse("2027-03-31");
    long illustrative =
        SHIPPED.all().stream()
            .flatMap(parameter -> parameter.values().rows().stream())
            .filter(row -> row.status().equals("illustrative"))
            .count();
    assertThat(SHIPPED.pastReview(review).values()).containsOnly(List.of());
    assertThat(SHIPPED.pastReview(review.plusDays(1)).values().stream().mapToLong(List::size).sum())
        .isEqualTo(illustrative)
        .isGreaterThan(50);
  }

  @Test
  void anOverlayReplacesTheFileOfTheSamePath() throws IOException {
    write(
        SUPPLEMENTARY,
        parameter("deductible", "yuan", "2019-01-01", "0")
            + parameter("ratio", "ratio", "2019-01-01", "0.25")
            + parameter("cap", "yuan-or-none", "2019-01-01", "none"));
    var set = LawUnits.FILES.load("parameters", Optional.of(overlay));
    assertThat(set.version()).isEqualTo("2021-01-01 with overlay 441600/supplementary.yaml");
    assertThat(set.hash()).isNotEqualTo(SHIPPED.hash());
    var settlement = Bills.aBill().under(Laws.of(set)).as("ACTIVE").of("10000.00").settled();
    var share = settlement.shares().get(2);
    assertThat(share.payer()).isEqualTo(Payer.SUPPLEMENTARY);
    assertThat(share.amount()).isEqualTo(Money.of("640.00")); // 25 % of 2,560.00
    assertThat(settlement.parameters().illustrative()).doesNotContain("441600/supplementary/ratio");
  }

  @Test
  @DisplayName(
      "H7: an overlay that lacks a value makes a refusal that names it and the date, never a zero")
  void anOverlayThatLacksAParameter() throws IOException {
    write(
        SUPPLEMENTARY,
        parameter("deductible", "yuan", "2019-01-01", "0")
            + parameter("ratio", "ratio", "2019-01-01", "0.25"));
    var laws = Laws.of(LawUnits.FILES.load("parameters", Optional.of(overlay)));
    var bill = Bills.aBill().under(laws).as("ACTIVE").of("10000.00");
    assertThat(bill.decidedIn(bill.emptyYear()))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo("parameter-missing");
              assertThat(refused.problem().status()).isEqualTo(422);
              assertThat(refused.problem().detail())
                  .contains(
                      "441600/supplementary/cap",
                      "2019-11-15",
                      "parameters/441600/supplementary.yaml");
            });
    var resident = Bills.aBill().under(laws).of("10000.00");
    assertThat(resident.settled().shares()).hasSize(4); // whoever does not need it is not refused
  }

  @Test
  void anOverlayWhoseValueStartsLaterNamesItsFirstDate() throws IOException {
    write(
        SUPPLEMENTARY,
        parameter("deductible", "yuan", "2019-01-01", "0")
            + parameter("ratio", "ratio", "2019-11-16", "0.25")
            + parameter("cap", "yuan-or-none", "2019-01-01", "none"));
    var laws = Laws.of(LawUnits.FILES.load("parameters", Optional.of(overlay)));
    var early = Bills.aBill().under(laws).as("ACTIVE").of("10000.00");
    assertThat(early.decidedIn(early.emptyYear()))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused ->
                assertThat(refused.problem().detail())
                    .contains("supplementary/ratio", "2019-11-15", "2019-11-16"));
    assertThat(early.dischargedOn("2019-11-16").settled().shares()).hasSize(5);
  }

  @Test
  @DisplayName("H6: a payer whose categories are missing is not taken for one that pays nobody")
  void anOverlayWithoutCategories() throws IOException {
    write("441600/assistance.yaml", parameter("deductible", "yuan", "2019-07-01", "0"));
    var laws = Laws.of(LawUnits.FILES.load("parameters", Optional.of(overlay)));
    var bill = Bills.aBill().under(laws).marked("TEKUN").of("10000.00");
    assertThat(bill.decidedIn(bill.emptyYear()))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.problem().detail()).contains("441600/assistance/ratio"));
  }

  @Test
  void anOverlayAddsAFile() throws IOException {
    write("440100/chain.yaml", parameter("resident", "payers", "2020-01-01", "[BASIC]"));
    var laws = Laws.of(LawUnits.FILES.load("parameters", Optional.of(overlay)));
    var start = laws.chain("440100", org.yizhan.contracts.Scheme.RESIDENT).orElseThrow().start();
    assertThat(start).contains(LocalDate.parse("2020-01-01"));
  }

  @DisplayName("a bad file is named with key, date and rule")
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          payers       | 2019-01-01 | [NOBODY]   | seed    | H5 | cap, 2019-01-01: must be payers of
          categories   | 2019-01-01 | []         | seed    | H5 | cap, 2019-01-01: must be a list that is not empty
          tiers        | 2019-01-01 | [{ up-to: none, ratio: 0.5 }, { up-to: 5, ratio: 0.6 }] | seed | H5 | cap, 2019-01-01: the bounds of tiers must rise
          tiers        | 2019-01-01 | [{ to: 5, ratio: 0.6 }] | seed | H5 | cap, 2019-01-01: unknown key to; known are up-to, ratio
          """)
  void badValues(
      String unit, String from, String value, String status, String reference, String message)
      throws IOException {
    write(SUPPLEMENTARY, parameter("cap", unit, from, value, status, reference));
    assertThatThrownBy(() -> LawUnits.FILES.load("parameters", Optional.of(overlay)))
        .isInstanceOf(BadParameterFile.class)
        .hasMessageContaining(SUPPLEMENTARY + ", " + message);
  }

  @Test
  void aMisspeltParameterOrAWrongUnitStopsTheStart() throws IOException {
    write(SUPPLEMENTARY, parameter("yearly-cap", "yuan-or-none", "2019-01-01", "none"));
    var misspelt = LawUnits.FILES.load("parameters", Optional.of(overlay));
    assertThatThrownBy(() -> Laws.of(misspelt))
        .hasMessageContaining("441600/supplementary/yearly-cap")
        .hasMessageContaining("no rule reads this parameter");
    write(SUPPLEMENTARY, parameter("cap", "yuan", "2019-01-01", "1"));
    var wrongUnit = LawUnits.FILES.load("parameters", Optional.of(overlay));
    assertThatThrownBy(() -> Laws.of(wrongUnit))
        .hasMessageContaining("the unit must be yuan-or-none, was yuan");
  }

  private void write(String file, String yaml) throws IOException {
    var path = overlay.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, yaml);
  }
}
