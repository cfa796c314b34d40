package org.yizhan.ledger.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A value of SM3 (GB/T 32905-2016), 64 hexadecimal digits in lower case. */
public record Digest(String hex) {

  /** Of a text in UTF-8. */
  static Digest of(String text) {
    return new Running().then(text).digest();
  }

  /** SM3 of the 32 bytes of this one and of the text in UTF-8: what extends a chain. */
  public Digest then(String text) {
    return new Running(this).then(text).digest();
  }

  @Override
  public String toString() {
    return hex;
  }

  /** Many links at once without a digest object and a text for each. */
  static final class Running {

    private final SM3Digest sm3 = new SM3Digest();
    private final byte[] value = new byte[sm3.getDigestSize()];
    private final boolean begun;

    private Running() {
      this.begun = false;
    }

    Running(Digest from) {
      this.begun = true;
      System.arraycopy(HexFormat.of().parseHex(from.hex), 0, value, 0, value.length);
    }

    Running then(String text) {
      if (begun) {
        sm3.update(value, 0, value.length);
      }
      var bytes = text.getBytes(UTF_8);
      sm3.update(bytes, 0, bytes.length);
      sm3.doFinal(value, 0); // resets it
      return this;
    }

    Digest digest() {
      return new Digest(HexFormat.of().formatHex(value));
    }
  }
}
