package org.yizhan.settlement.coverage;

/**
 * What is read off a division code (GB/T 2260): six digits, pairs for province, city and county.
 */
final class Division {

  private static final int CITY_DIGITS = 4;

  private Division() {}

  /** Two divisions are in one city when their first four digits agree. */
  static boolean inOneCity(String division, String other) {
    return division.regionMatches(0, other, 0, CITY_DIGITS);
  }

  /**
   * A division covers what starts with its code without the trailing pairs of zeros: 440000 a whole
   * province.
   */
  static boolean covers(String division, String other) {
    var prefix = division;
    while (prefix.endsWith("00")) {
      prefix = prefix.substring(0, prefix.length() - 2);
    }
    return other.startsWith(prefix);
  }
}
