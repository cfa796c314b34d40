package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Amounts and ratios as texts, and how a product becomes whole fen. */
final class Yuan {

  static final BigDecimal NOTHING = new BigDecimal("0.00");

  private Yuan() {}

  /** Nothing, and a finding, when the member is no amount of two places. */
  static BigDecimal in(JsonNode holder, String member, Findings findings) {
    var text = holder.path(member).asString("");
    if (!text.matches("(0|[1-9][0-9]*)\\.[0-9]{2}")) {
      findings.say("%s '%s' is not an amount".formatted(member, text));
      return NOTHING;
    }
    return new BigDecimal(text);
  }

  static @Nullable String text(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  /** Half up on whole fen, by integers: an exact product has at most six places. */
  static BigDecimal rounded(BigDecimal exact) {
    BigInteger millionths = exact.setScale(6, RoundingMode.UNNECESSARY).unscaledValue();
    BigInteger fen = millionths.add(BigInteger.valueOf(5_000)).divide(BigInteger.valueOf(10_000));
    return new BigDecimal(fen, 2);
  }

  /** What is left above, never below zero. */
  static BigDecimal above(BigDecimal amount, BigDecimal limit) {
    return amount.subtract(limit).max(NOTHING);
  }
}
