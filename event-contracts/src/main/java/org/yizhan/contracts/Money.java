package org.yizhan.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount of Chinese yuan in whole fen, never negative; direction belongs to the posting. On the
 * wire a decimal string with exactly two places ({@code "1234.50"}). Arithmetic that overflows or
 * would go below zero throws, it never wraps.
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  /** The largest amount a single bill may state: ten thousand million yuan. */
  public static final Money MAX_ON_A_BILL = new Money(1_000_000_000_000L);

  private static final int YUAN_DIGITS_MAX = 15;

  public Money {
    if (fen < 0) {
      throw new IllegalArgumentException("an amount may not be negative, was " + fen + " fen");
    }
  }

  public static Money ofFen(long fen) {
    return fen == 0 ? ZERO : new Money(fen);
  }

  /**
   * Reads the wire form.
   *
   * @throws IllegalArgumentException when the text is not digits, a point and two digits
   */
  @JsonCreator
  public static Money of(String yuan) {
    int point = yuan.length() - 3;
    boolean begunByNought = point > 1 && yuan.charAt(0) == '0';
    if (point < 1 || point > YUAN_DIGITS_MAX || yuan.charAt(point) != '.' || begunByNought) {
      throw otherForm();
    }
    long fen = 0;
    for (int i = 0; i < yuan.length(); i++) {
      int digit = yuan.charAt(i) - '0';
      if (i != point) {
        if (digit < 0 || digit > 9) {
          throw otherForm();
        }
        fen = fen * 10 + digit;
      }
    }
    return ofFen(fen);
  }

  private static IllegalArgumentException otherForm() {
    return new IllegalArgumentException("must be a decimal string with two places such as 1234.50");
  }

  public Money plus(Money other) {
    return ofFen(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return ofFen(Math.subtractExact(fen, other.fen));
  }

  /** What is left above {@code other}, zero when nothing is. */
  public Money above(Money other) {
    return fen <= other.fen ? ZERO : minus(other);
  }

  public Money atMost(Money cap) {
    return fen <= cap.fen ? this : cap;
  }

  public boolean isZero() {
    return fen == 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** The wire form, for example {@code 1234.50}. */
  @Override
  @JsonValue
  public String toString() {
    long cents = fen % 100;
    return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
  }
}
