package org.yizhan.contracts;

import java.math.BigInteger;

/**
 * The person number (人员编号): {@code P} and 16 characters made from the keyed hash of the citizen ID.
 * Whoever holds the key gets the same number without asking anyone, so the order in which roster,
 * enrolment and filing arrive cannot matter; without the key it tells nothing of the ID.
 */
public final class PersonNumber {

  /** Crockford's Base32: no I, L, O or U, so that a number survives being read over a telephone. */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /**
   * 80 bits: among 30 million persons two share a number with a probability below one in 2 billion.
   */
  private static final int LENGTH = 16;

  private static final int BITS_PER_DIGIT = 5;
  private static final int HASH_BYTES = LENGTH * BITS_PER_DIGIT / Byte.SIZE;

  private PersonNumber() {}

  /**
   * @param hash keyed hash of the citizen ID; its first ten bytes count
   * @throws IllegalArgumentException when the hash is shorter than that
   */
  public static String ofHash(byte[] hash) {
    if (hash.length < HASH_BYTES) {
      throw new IllegalArgumentException(
          "a person number needs " + HASH_BYTES + " bytes of hash, was given " + hash.length);
    }
    var bits = new BigInteger(1, hash, 0, HASH_BYTES);
    var text = new StringBuilder("P");
    for (int digit = LENGTH - 1; digit >= 0; digit--) {
      text.append(DIGITS.charAt(bits.shiftRight(digit * BITS_PER_DIGIT).intValue() & 31));
    }
    return text.toString();
  }
}
