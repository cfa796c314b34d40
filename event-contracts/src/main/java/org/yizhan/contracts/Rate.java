package org.yizhan.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A ratio between 0 and 1 in whole basis points (one hundredth of a per cent), so that amount times
 * ratio is exact in a {@code long}. On the wire a decimal string with four places ({@code
 * "0.6500"}).
 */
public record Rate(long basisPoints) implements Comparable<Rate> {

  public static final long BASIS_POINTS_PER_ONE = 10_000;

  public Rate {
    if (basisPoints < 0 || basisPoints > BASIS_POINTS_PER_ONE) {
      throw new IllegalArgumentException(
          "a ratio lies between 0 and 1, was " + basisPoints + " basis points");
    }
  }

  /**
   * @param fraction for example {@code "0.65"}, at most four decimal places
   * @throws IllegalArgumentException when it is not a number
   * @throws ArithmeticException when it has more than four places
   */
  @JsonCreator
  public static Rate of(String fraction) {
    return new Rate(new BigDecimal(fraction).movePointRight(4).longValueExact());
  }

  /**
   * @param percent for example 72.5, at most two decimal places
   * @throws ArithmeticException when it has more than two places
   */
  public static Rate ofPercent(BigDecimal percent) {
    return new Rate(percent.movePointRight(2).longValueExact());
  }

  @Override
  public int compareTo(Rate other) {
    return Long.compare(basisPoints, other.basisPoints);
  }

  @Override
  @JsonValue
  public String toString() {
    return new BigDecimal(basisPoints).movePointLeft(4).toPlainString();
  }
}
