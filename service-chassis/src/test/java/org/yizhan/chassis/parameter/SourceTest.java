package org.yizhan.chassis.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No value without a source, and none that is forgotten. */
class SourceTest {

  @TempDir Path overlay;

  @DisplayName("H5: a value without its source is refused; file, key and date are named")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          row                                                                               | message
          from: 2019-01-01, value: 1, reference: r                                          | 2019-01-01: status is missing
          from: 2019-01-01, value: 1, status: seed                                          | 2019-01-01: reference is missing
          from: 2019-01-01, value: 1, status: seed, reference: " "                          | 2019-01-01: reference must be a single value that is not empty
          from: 2019-01-01, value: 1, status: seed, reference: [a]                          | 2019-01-01: reference must be a single value that is not empty
          from: 2019-01-01, value: 1, status: certain, reference: r                         | 2019-01-01: the status must be one of seed, published, derived, illustrative, was certain
          value: 1, status: seed, reference: r                                              | value 1: from is missing
          from: 2019-01-01, from: 2020-01-01, value: 1, status: seed, reference: r          | value 1: the key from stands there twice
          from: 2019-01-01, status: seed, reference: r                                      | 2019-01-01: value is missing
          from: 2019-01-01, value: 1, status: seed, reference: r, source: s                 | value 1: unknown key source
          from: 2019-01-01, value: 1, status: derived, reference: r                         | 2019-01-01: derivation is missing
          from: 2019-01-01, value: 1, status: seed, reference: r, derivation: d             | 2019-01-01: derivation is only for a derived value; this one is seed
          from: 2019-01-01, value: 1, status: illustrative, reference: r                    | 2019-01-01: reviewBy is missing
          from: 2019-01-01, value: 1, status: illustrative, reference: r, reviewBy: soon    | 2019-01-01: must be a day such as 2019-07-01, was soon
          from: 2019-01-01, value: 1, status: seed, reference: r, reviewBy: 2019-01-01      | 2019-01-01: reviewBy must come after from, was 2019-01-01
          """)
  void withoutASource(String row, String message) throws IOException {
    write("    - { " + row + " }\n");
    assertThatThrownBy(() -> Example.FILES.load(Example.SHIPPED, Optional.of(overlay)))
        .isInstanceOf(BadParameterFile.class)
        .hasMessageContaining("441600/supplementary.yaml, cap, " + message);
  }

  @Test
  void theSecondRowIsNamedAsSuchUntilItsDateIsKnown() throws IOException {
    write(
        """
            - { from: 2019-01-01, value: 1, status: seed, reference: r }
            - { value: 2, status: seed, reference: r }
        """);
    assertThatThrownBy(() -> Example.FILES.load(Example.SHIPPED, Optional.of(overlay)))
        .hasMessageContaining("441600/supplementary.yaml, cap, value 2: from is missing");
  }

  @Test
  void aDerivedValueShowsItsDerivationWhereverItsReferenceIsShown() throws IOException {
    write(
        "    - { from: 2019-01-01, value: 9, status: derived, reference: r, derivation: 3 × 3 }\n");
    assertThat(cap(overlaid()).values().rows().getFirst().reference())
        .isEqualTo("r; derivation: 3 × 3");
  }

  @Test
  void whatWasInForceBeforeReviewDatesWereAskedForIsStillRead() throws IOException {
    write("    - { from: 2019-01-01, value: 1, status: illustrative, reference: r }\n");
    var files = new TreeMap<String, String>();
    var file = "441600/supplementary.yaml";
    files.put(file, Files.readString(overlay.resolve(file)));
    var then = Example.FILES.onceInForce(files);
    assertThat(cap(then).values().rows()).hasSize(1);
    assertThat(then.pastReview(LocalDate.MAX).values()).containsOnly(List.of());
    assertThatThrownBy(() -> Example.FILES.of(files, Set.of()))
        .hasMessageContaining("cap, 2019-01-01: reviewBy is missing");
  }

  @Test
  void aValueIsPastItsReviewOnTheDayAfterEvenWhereItWasReplaced() throws IOException {
    write(
        """
            - { from: 2019-01-01, value: 1, status: illustrative, reference: r, reviewBy: 2020-06-30 }
            - { from: 2020-01-01, value: 2, status: published, reference: r, reviewBy: 2021-06-30 }
            - { from: 2021-01-01, value: 3, status: published, reference: r }
        """);
    assertThat(cap(overlaid()).pastReview(LocalDate.parse("2020-06-30"))).isEmpty();
    assertThat(cap(overlaid()).pastReview(LocalDate.parse("2020-07-01")))
        .containsExactly(
            new PastReview(
                "441600/supplementary/cap",
                LocalDate.parse("2019-01-01"),
                LocalDate.parse("2020-06-30")));
    assertThat(cap(overlaid()).pastReview(LocalDate.parse("2021-07-01"))).hasSize(2);
  }

  private ParameterSet overlaid() {
    return Example.FILES.load(Example.SHIPPED, Optional.of(overlay));
  }

  private static Parameter<?> cap(ParameterSet set) {
    return set.cities().get("441600").get("441600/supplementary/cap");
  }

  private void write(String rows) throws IOException {
    var path = overlay.resolve("441600/supplementary.yaml");
    Files.createDirectories(path.getParent());
    Files.writeString(path, "cap:\n  description: for a test\n  unit: yuan\n  values:\n" + rows);
  }
}
