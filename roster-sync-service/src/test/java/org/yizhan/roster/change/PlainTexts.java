package org.yizhan.roster.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes without a key and seals by counting, so that a test sees whether a seal was made anew. */
public final class PlainTexts implements PrivateTexts {

  private int seals;

  @Override
  public byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String seal(String text) {
    return "seal " + seals++;
  }
}
