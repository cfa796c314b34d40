package org.yizhan.chassis.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {

  private static final UUID SETTLEMENT = UUID.fromString("00000000-0000-0000-0000-00000000002a");

  /** Computed by another program; if it changes, every fact of every installation is renamed. */
  @Test
  void isTheNameBasedIdOfPurposeAndCause() {
    assertThat(DerivedId.of("memo-entry", SETTLEMENT, "BASIC"))
        .hasToString("ff1ed52b-dbb5-54c9-a07e-5b2acaeb8f93")
        .extracting(UUID::version)
        .isEqualTo(5);
  }

  @Test
  void isTheSameForTheSameCauseOnly() {
    assertThat(DerivedId.of("memo-entry", SETTLEMENT, "BASIC"))
        .isEqualTo(DerivedId.of("memo-entry", SETTLEMENT, "BASIC"))
        .isNotEqualTo(DerivedId.of("cash-entry", SETTLEMENT, "BASIC"))
        .isNotEqualTo(DerivedId.of("memo-entry", SETTLEMENT, "ASSISTANCE"))
        .isNotEqualTo(DerivedId.of("memo-entry", SETTLEMENT));
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(DerivedId.of("x", "ab", "c")).isNotEqualTo(DerivedId.of("x", "a", "bc"));
    assertThat(DerivedId.of("x", "a/1:b")).isNotEqualTo(DerivedId.of("x", "a", "b"));
  }
}
