package org.yizhan.eligibility.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.chassis.parameter.PastReview;
import org.yizhan.contracts.Money;

class PremiumLawTest {

  private static final String GOOD =
      """
      premium:
        description: for a test
        unit: yuan
        values:
          - from: 2019-01-01
            value: { DIBAO: 220 }
            status: illustrative
            reference: r1
            reviewBy: 2020-06-30
          - { from: 2020-01-01, value: { DIBAO: 250.50, TEKUN: 280 }, status: published, reference: r2 }
          - { from: 2021-01-01, value: { TEKUN: 280 }, status: seed, reference: r3 }
      """;

  @TempDir Path overlay;

  @Test
  void heyuansValueIsIllustrativeAndSaysSo() {
    var law = PremiumLaw.load("parameters", Optional.empty());
    assertThat(law.parameters().illustrative()).containsExactly("441600/premium/premium");
    assertThat(law.on(LocalDate.parse("2018-12-31"), "441600", "DIBAO")).isEmpty();
    assertThat(law.on(LocalDate.parse("2019-01-01"), "441600", "DIBAO"))
        .contains(
            new Subsidy(
                Money.of("220.00"),
                LocalDate.parse("2019-01-01"),
                "illustrative",
                "assumed, nothing published"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2018-12-31, DIBAO, -",
        "2019-01-01, DIBAO, 220.00",
        "2019-12-31, DIBAO, 220.00",
        "2020-01-01, DIBAO, 250.50",
        "2021-01-01, DIBAO, -", // no more
        "2019-12-31, TEKUN, -",
        "2020-01-01, TEKUN, 280.00",
      })
  void anOverlayReplacesACityByDatedValues(LocalDate day, String category, String yuan)
      throws IOException {
    write(GOOD);
    var law = PremiumLaw.load("parameters", Optional.of(overlay));
    assertThat(law.on(day, "441600", category).map(one -> one.amount().toString()))
        .isEqualTo(Optional.ofNullable(yuan));
    assertThat(law.startOf("441600", "TEKUN")).isEqualTo("2020-01-01");
    assertThat(law.startOf("441600", "ORPHAN")).isNull();
    assertThat(law.startOf("330300", "DIBAO")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "220         | 0          | premium, 2019-01-01: must be yuan above zero",
        "220         | -1         | premium, 2019-01-01: must be an amount in yuan",
        "220         | 0.001      | premium, 2019-01-01: must be an amount in yuan",
        "220         | much       | premium, 2019-01-01: must be an amount in yuan",
        "{ TEKUN: 280 }, status: seed | 280, status: seed | premium, 2021-01-01: must be a mapping",
        "status: seed| status: s  | premium, 2021-01-01: the status must be one of",
        "reference: r3 | reference: '' | premium, 2021-01-01: reference must be",
        "status: seed, | '' | premium, 2021-01-01: status is missing",
        "from: 2021-01-01, | '' | premium, value 3: from is missing",
        "status: seed | status: derived | premium, 2021-01-01: derivation is missing",
        "reference: r3 | reference: r3, derivation: d | premium, 2021-01-01: derivation is only"
            + " for",
        "reviewBy: 2020-06-30 | '' | premium, 2019-01-01: reviewBy is missing",
        "2020-06-30  | soon       | premium, 2019-01-01: must be a day such as",
        "2020-06-30  | 2019-01-01 | premium, 2019-01-01: reviewBy must come after from",
        "reference: r3 | reference: r3, source: s | premium, value 3: unknown key source",
        "unit: yuan  | units: yuan | premium: unknown key units",
        "status: seed | status: seed, status: seed | premium, value 3: the key status stands there"
            + " twice",
        "2021-01-01  | 2020-01-01 | premium, 2020-01-01: dates must rise",
        "2021-01-01  | 2021       | premium, 2021: must be a day such as",
        "unit: yuan  | unit: fen  | premium: the unit must be one of [yuan]",
        "premium:    | prämie:    | 441600/premium/prämie: no rule reads this parameter",
      })
  void aFileThatBreaksARuleIsRefusedWithItsName(String good, String bad, String rule)
      throws IOException {
    write(GOOD.replace(good, bad));
    assertThatThrownBy(() -> PremiumLaw.load("parameters", Optional.of(overlay)))
        .hasMessageStartingWith("441600/premium.yaml, ")
        .hasMessageContaining(rule);
  }

  @Test
  void aValueIsPastItsReviewOnTheDayAfter() throws IOException {
    write(GOOD);
    var law = PremiumLaw.load("parameters", Optional.of(overlay)).parameters();
    assertThat(law.pastReview(LocalDate.parse("2020-06-30")).get("441600")).isEmpty();
    assertThat(law.pastReview(LocalDate.parse("2020-07-01")).get("441600"))
        .extracting(PastReview::from)
        .containsExactly(LocalDate.parse("2019-01-01"));
    var shipped = PremiumLaw.load("parameters", Optional.empty()).parameters();
    assertThat(shipped.pastReview(LocalDate.parse("2027-04-01")).get("441600")).hasSize(1);
  }

  private void write(String yaml) throws IOException {
    Files.createDirectories(overlay.resolve("441600"));
    Files.writeString(overlay.resolve("441600/premium.yaml"), yaml);
  }
}
