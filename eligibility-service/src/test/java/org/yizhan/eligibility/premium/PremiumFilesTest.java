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
import org.yizhan.contracts.Money;

class PremiumFilesTest {

  private static final String GOOD =
      """
      premium:
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
    var law = PremiumFiles.load("parameters", Optional.empty());
    assertThat(law.illustrative()).containsExactly("441600");
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
    var law = PremiumFiles.load("parameters", Optional.of(overlay));
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
        "220         | 0          | 2019-01-01: must be yuan above zero",
        "220         | -1         | 2019-01-01: must be yuan above zero",
        "220         | 0.001      | 2019-01-01: must be yuan above zero",
        "220         | much       | 2019-01-01: must be yuan above zero",
        "status: seed| status: s  | 2021-01-01: status must be one of",
        "reference: r3 | reference: '' | 2021-01-01 has no reference",
        "status: seed, | '' | 2021-01-01 has no status",
        "from: 2021-01-01, | '' | a value has no from",
        "status: seed | status: derived | 2021-01-01 has no derivation",
        "reference: r3 | reference: r3, derivation: d | 2021-01-01: derivation is only for a"
            + " derived",
        "reviewBy: 2020-06-30 | '' | 2019-01-01 has no reviewBy",
        "2020-06-30  | soon       | 2019-01-01: reviewBy must be a day, was soon",
        "2020-06-30  | 2019-01-01 | 2019-01-01: reviewBy must come after from",
        "reference: r3 | reference: r3, source: s | 2021-01-01: unknown member source",
        "unit: yuan  | units: yuan | premium: unknown member units",
        "status: seed | status: seed, status: seed | duplicate key status",
        "2021-01-01  | 2020-01-01 | two values from 2020-01-01",
        "2021-01-01  | 2021       | from must be a day",
        "unit: yuan  | unit: fen  | the unit must be yuan",
        "premium:    | prämie:    | the file: unknown member prämie",
      })
  void aFileThatBreaksARuleIsRefusedWithItsName(String good, String bad, String rule)
      throws IOException {
    write(GOOD.replace(good, bad));
    assertThatThrownBy(() -> PremiumFiles.load("parameters", Optional.of(overlay)))
        .hasMessageStartingWith("441600/premium.yaml: ")
        .hasMessageContaining(rule);
  }

  @Test
  void aValueIsPastItsReviewOnTheDayAfter() throws IOException {
    write(GOOD);
    var law = PremiumFiles.load("parameters", Optional.of(overlay));
    assertThat(law.pastReview("441600", LocalDate.parse("2020-06-30"))).isEmpty();
    assertThat(law.pastReview("441600", LocalDate.parse("2020-07-01")))
        .containsExactly(LocalDate.parse("2019-01-01"));
    assertThat(law.pastReview("330300", LocalDate.parse("2020-07-01"))).isEmpty();
    var shipped = PremiumFiles.load("parameters", Optional.empty());
    assertThat(shipped.pastReview("441600", LocalDate.parse("2027-04-01"))).hasSize(1);
  }

  private void write(String yaml) throws IOException {
    Files.createDirectories(overlay.resolve("441600"));
    Files.writeString(overlay.resolve("441600/premium.yaml"), yaml);
  }
}
