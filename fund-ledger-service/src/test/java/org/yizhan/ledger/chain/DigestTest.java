package org.yizhan.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

  /** The two examples of GB/T 32905-2016, appendix A. */
  @Test
  void isSm3() {
    assertThat(Digest.of("abc"))
        .hasToString("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(Digest.of("abcd".repeat(16)))
        .hasToString("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  }

  @Test
  void aChainIsTheSameInOneRunAndLinkByLink() {
    var start = Digest.of("start");
    assertThat(new Digest.Running(start).then("一").then("二").digest())
        .isEqualTo(start.then("一").then("二"))
        .isNotEqualTo(start.then("二").then("一"))
        .isNotEqualTo(start.then("一二"));
  }
}
