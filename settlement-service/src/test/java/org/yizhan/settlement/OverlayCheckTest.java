package org.yizhan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("H5: an overlay is looked at before it counts")
class OverlayCheckTest {

  private static final String ROW =
      "%s:\n"
          + "  description: d\n"
          + "  unit: %s\n"
          + "  values:\n"
          + "    - { from: 2019-01-01, value: %s, status: %s }\n";

  @TempDir Path overlay;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aGoodOverlaySaysWhatItWouldChange() throws IOException {
    write(
        ROW.formatted("deductible", "yuan", "0", "seed, reference: r")
            + ROW.formatted(
                "ratio", "ratio", "0.25", "illustrative, reference: r, reviewBy: 2020-01-01"));
    assertThat(run("check-parameters", overlay.toString())).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(
            "with overlay 441600/supplementary.yaml",
            "TAKEN AWAY 441600/supplementary/cap\n",
            "ILLUSTRATIVE 441600/supplementary/ratio\n",
            "PAST REVIEW 441600/supplementary/ratio from 2019-01-01, was due by 2020-01-01\n")
        .doesNotContain("ILLUSTRATIVE 441600/supplementary/deductible");
  }

  @Test
  void aBadOverlayIsRefusedWithFileKeyAndDate() throws IOException {
    write(ROW.formatted("cap", "yuan-or-none", "1", "seed"));
    assertThat(run("check-parameters", overlay.toString())).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualTo("REFUSED 441600/supplementary.yaml, cap, 2019-01-01: reference is missing\n");
  }

  @Test
  void whatNoRuleReadsIsRefusedToo() throws IOException {
    write(ROW.formatted("yearly-cap", "yuan-or-none", "1", "seed, reference: r"));
    assertThat(run("check-parameters", overlay.toString())).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("no rule reads this parameter");
  }

  @Test
  void withoutADirectoryItSaysHowToAsk() {
    assertThat(run("check-parameters")).isEqualTo(2);
    assertThat(run("check-parameters", overlay.resolve("nowhere").toString())).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("usage: check-parameters <overlay directory>", "must be a directory");
  }

  private int run(String... words) {
    var day = OffsetDateTime.parse("2026-11-22T12:00:00+08:00").toInstant();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new OverlayCheck(out, Clock.fixed(day, ZoneId.of("Asia/Shanghai"))).run(words);
  }

  private void write(String yaml) throws IOException {
    var file = overlay.resolve("441600/supplementary.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
  }
}
