package org.yizhan.roster.change;

import java.util.ArrayList;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Tells "the same again" from "the same id, other content", without keeping the content. */
final class Fingerprint {

  private Fingerprint() {}

  /**
   * Of the parsed members, so that spaces, order and {@code 80.0} for {@code 80} make no
   * difference.
   */
  static String of(Statement statement, PrivateTexts texts) {
    var parts = new ArrayList<@Nullable Object>(statement.content());
    parts.add(statement.head().citizen().inClear());
    parts.add(statement.head().name());
    var canonical = new StringBuilder();
    for (var part : parts) {
      // length first: parts cannot run into each other, and null is no text
      var text = part == null ? "" : part.toString();
      canonical.append(part == null ? -1 : text.length()).append(':').append(text).append('/');
    }
    return Base64.getEncoder().encodeToString(texts.hash(canonical.toString()));
  }
}
