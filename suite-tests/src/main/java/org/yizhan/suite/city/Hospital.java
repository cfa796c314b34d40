package org.yizhan.suite.city;

/** A designated hospital since 2019-01-01; the code is made from the division. */
public record Hospital(String code, int level, String division) {

  public static Hospital of(String division, int number, int level) {
    return new Hospital("H%s%05d".formatted(division, number), level, division);
  }

  boolean isIn(String city) {
    return division.startsWith(city.substring(0, 4));
  }
}
