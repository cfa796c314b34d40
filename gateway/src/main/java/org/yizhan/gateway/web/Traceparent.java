package org.yizhan.gateway.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of a request, so that one discharge can be followed through every service.
 */
final class Traceparent {

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private Traceparent() {}

  /** What the caller sent, or a new one when it sent none or nonsense. */
  static String of(@Nullable String sent) {
    return sent != null && FORM.matcher(sent).matches() ? sent : fresh();
  }

  private static String fresh() {
    var random = ThreadLocalRandom.current();
    var hex = HexFormat.of();
    // The lowest bit is set: an id of zeros is not valid.
    return "00-"
        + hex.toHexDigits(random.nextLong())
        + hex.toHexDigits(random.nextLong() | 1)
        + "-"
        + hex.toHexDigits(random.nextLong() | 1)
        + "-01";
  }
}
