package org.yizhan.chassis.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SensitiveTextsTest {

  private static final String KEY_A = base64Of("a".repeat(32));
  private static final String KEY_B = base64Of("b".repeat(32));

  private final SensitiveTexts texts = new SensitiveTexts(KEY_A, KEY_B);

  /** HMAC-SHA-256 by another program: names derived from it are permanent. */
  @Test
  void theHashIsTheKnownOne() {
    assertThat(HexFormat.of().formatHex(texts.hash("11010519491231002X")))
        .isEqualTo("5a5cfb770eff36b7a1bd5e78cd3e1504ed2160389464e6785d73c4a5d58ed0cf");
  }

  @Test
  void anotherHashKeyGivesAnotherHash() {
    assertThat(new SensitiveTexts(KEY_B, KEY_B).hash("x")).isNotEqualTo(texts.hash("x"));
  }

  @Test
  void whatIsSealedIsOpenedAgainAndNoTwoSealsAreAlike() {
    var sealed = texts.seal("张三 11010519491231002X");
    assertThat(texts.open(sealed)).isEqualTo("张三 11010519491231002X");
    assertThat(texts.seal("张三 11010519491231002X")).isNotEqualTo(sealed);
    assertThat(new String(Base64.getDecoder().decode(sealed))).doesNotContain("1949");
  }

  @Test
  void aChangedTextOrAnotherKeyIsNoticed() {
    var sealed = Base64.getDecoder().decode(texts.seal("x"));
    sealed[sealed.length - 1] ^= 1;
    var changed = Base64.getEncoder().encodeToString(sealed);
    assertThatThrownBy(() -> texts.open(changed)).isInstanceOf(IllegalArgumentException.class);
    var other = new SensitiveTexts(KEY_A, KEY_A).seal("x");
    assertThatThrownBy(() -> texts.open(other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> texts.open("AAAA")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyOfAnotherLengthIsRefusedByName() {
    assertThatThrownBy(() -> new SensitiveTexts(base64Of("short"), KEY_B))
        .hasMessageContaining("YIZHAN_ID_HASH_KEY")
        .hasMessageContaining("has 5");
    assertThatThrownBy(() -> new SensitiveTexts(KEY_A, ""))
        .hasMessageContaining("YIZHAN_ID_CIPHER_KEY");
  }

  private static String base64Of(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes());
  }
}
