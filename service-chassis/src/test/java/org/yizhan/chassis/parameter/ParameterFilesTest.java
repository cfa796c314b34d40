package org.yizhan.chassis.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.testing.ParameterText.anotherValue;
import static org.yizhan.testing.ParameterText.parameter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterFilesTest {

  private static final String SUPPLEMENTARY = "441600/supplementary.yaml";
  private static final ParameterSet SHIPPED = Example.FILES.load(Example.SHIPPED, Optional.empty());

  @TempDir Path overlay;

  @Test
  void aMappingStandsForOneParameterPerKeyUnlessItsUnitReadsItWhole() throws IOException {
    write(
        SUPPLEMENTARY,
        parameter("ratio", "ratio", "2019-01-01", "{ A: 0.5, B: 0.6 }")
            + parameter("split", "shares", "2019-01-01", "{ A: 0.5 }")
            + anotherValue("2020-01-01", "{ B: 0.6, C: 0.7 }"));
    var set = Example.FILES.load(Example.SHIPPED, Optional.of(overlay));
    assertThat(set.cities().get("441600"))
        .containsOnlyKeys(
            "441600/supplementary/ratio/A",
            "441600/supplementary/ratio/B",
            "441600/supplementary/split");
    var lookup = new ParameterLookup("441600", set.cities().get("441600"));
    var split = lookup.get("supplementary/split", Example.SHARES);
    assertThat(split.on(LocalDate.parse("2019-12-31")).value()).isEqualTo(Map.of("A", "0.5"));
    assertThat(split.on(LocalDate.parse("2020-01-01")).value())
        .isEqualTo(Map.of("B", "0.6", "C", "0.7"));
    assertThatThrownBy(lookup::requireEverythingAsked)
        .hasMessageContaining("441600/supplementary/ratio/A")
        .hasMessageContaining("no rule reads this parameter");
  }

  @Test
  void hiddenNamesOfAMountedConfigMapAreSkippedOthersAreNot() throws IOException {
    write("..data/441600/supplementary.yaml", "nonsense");
    assertThat(Example.FILES.load(Example.SHIPPED, Optional.of(overlay)).hash())
        .isEqualTo(SHIPPED.hash());
    write("441600/supplementary.yml", "nonsense");
    assertThatThrownBy(() -> Example.FILES.load(Example.SHIPPED, Optional.of(overlay)))
        .isInstanceOf(BadParameterFile.class)
        .hasMessageContaining("441600/supplementary.yml");
    assertThatThrownBy(
            () -> Example.FILES.load(Example.SHIPPED, Optional.of(overlay.resolve("nowhere"))))
        .hasMessageContaining("must be a directory");
  }

  @DisplayName("a bad file is named with key, date and rule")
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ratio        | 2019-01-01 | 0.12345    | seed    | H5 | cap, 2019-01-01: must be a ratio between 0 and 1 with at most four decimals, was 0.12345
          ratio        | 2019-01-01 | 1.01       | seed    | H5 | cap, 2019-01-01: must be a ratio between 0 and 1 with at most four decimals, was 1.01
          ratio        | 2019-01-01 | none       | seed    | H5 | cap, 2019-01-01: must be a ratio between 0 and 1 with at most four decimals, was none
          yuan         | 2019-01-01 | 1.005      | seed    | H5 | cap, 2019-01-01: must be an amount in yuan with at most two decimals, was 1.005
          yuan         | 2019-01-01 | -1         | seed    | H5 | cap, 2019-01-01: must be an amount in yuan with at most two decimals, was -1
          yuan-or-none | 2019-01-01 | unlimited  | seed    | H5 | cap, 2019-01-01: must be an amount in yuan with at most two decimals, was unlimited
          yuan         | 2019-01-01 | 1          | guessed | H5 | cap, 2019-01-01: the status must be one of seed, published, derived, illustrative, was guessed
          yuan         | 2019-01-01 | 1          | seed    | '' | cap, 2019-01-01: reference must be a single value
          yuan         | 2019-1-1   | 1          | seed    | H5 | cap, 2019-1-1: must be a day such as 2019-07-01, was 2019-1-1
          euro         | 2019-01-01 | 1          | seed    | H5 | cap: the unit must be one of
          yes-no       | 2019-01-01 | true       | seed    | H5 | cap, 2019-01-01: must be yes or no, was true
          number       | 2019-01-01 | 1.5        | seed    | H5 | cap, 2019-01-01: must be a whole number from 0, was 1.5
          number       | 2019-01-01 | -1         | seed    | H5 | cap, 2019-01-01: must be a whole number from 0, was -1
          rising-numbers | 2019-01-01 | [15, 15] | seed    | H5 | cap, 2019-01-01: numbers must rise, were 15, 15
          shares       | 2019-01-01 | 1          | seed    | H5 | cap, 2019-01-01: must be a mapping of keys to values
          """)
  void badValues(
      String unit, String from, String value, String status, String reference, String message)
      throws IOException {
    write(SUPPLEMENTARY, parameter("cap", unit, from, value, status, reference));
    assertThatThrownBy(() -> Example.FILES.load(Example.SHIPPED, Optional.of(overlay)))
        .isInstanceOf(BadParameterFile.class)
        .hasMessageContaining(SUPPLEMENTARY + ", " + message);
  }

  @Test
  void badShapes() throws IOException {
    requireRefused("cap:\n  values: 3\n", "cap: description is missing");
    requireRefused("cap: 3\n", "cap: must be a mapping of keys to values");
    requireRefused("cap: {\n", "is not YAML");
    requireRefused("", "must be a mapping of keys to values");
    requireRefused(
        parameter("cap", "yuan", "2019-01-01", "1") + parameter("cap", "yuan", "2019-01-01", "1"),
        "the key cap stands there twice");
    requireRefused(
        parameter("cap", "yuan", "2019-02-01", "1") + anotherValue("2019-02-01", "2"),
        "cap, 2019-02-01: dates must rise");
    requireRefused(
        parameter("cap", "yuan", "2019-01-01", "{ a: 1, b: 2 }")
            + anotherValue("2020-01-01", "{ a: 1 }"),
        "cap/b must stand in every row");
    requireRefused(
        parameter("cap", "yuan", "2019-01-01", "1") + "  note: x\n", "cap: unknown key note");
    requireRefused(
        parameter("cap", "yuan", "2019-01-01", "1") + "      note: x\n", "unknown key note");
  }

  private void requireRefused(String yaml, String message) throws IOException {
    write(SUPPLEMENTARY, yaml);
    assertThatThrownBy(() -> Example.FILES.load(Example.SHIPPED, Optional.of(overlay)))
        .isInstanceOf(BadParameterFile.class)
        .hasMessageContaining(SUPPLEMENTARY)
        .hasMessageContaining(message);
  }

  private void write(String file, String yaml) throws IOException {
    var path = overlay.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, yaml);
  }
}
