package org.yizhan.suite.city;

/** A hospital; its code is made from its division. */
public record Hospital(String code, int level, String division) {

  /** A year before anybody is enrolled, so that the two can be told apart. */
  public static final String DESIGNATED_SINCE = "2018-01-01";

  public static Hospital of(String division, int number, int level) {
    return new Hospital("H%s%05d".formatted(division, number), level, division);
  }

  boolean isIn(String city) {
    return division.startsWith(city.substring(0, 4));
  }
}
