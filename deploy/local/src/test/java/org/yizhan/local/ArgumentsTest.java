package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final Path USUAL = Path.of("state");

  @Test
  void withoutWordsTheSampleRunsAndTheSuiteStaysUp() {
    assertThat(Arguments.parse(List.of(), USUAL)).isEqualTo(new Arguments(false, true, USUAL));
  }

  @Test
  void everyWordIsUnderstood() {
    assertThat(Arguments.parse(List.of("--data-dir", "elsewhere", "--once", "--no-sample"), USUAL))
        .isEqualTo(new Arguments(true, false, Path.of("elsewhere")));
  }

  @Test
  void anUnknownWordIsNamed() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--twice"), USUAL))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("--twice");
  }

  @Test
  void aFolderMustFollow() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--data-dir"), USUAL))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("--data-dir");
  }
}
