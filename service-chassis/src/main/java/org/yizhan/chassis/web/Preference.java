package org.yizhan.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a caller is ready to wait ({@code Prefer: wait=N}, RFC 7240). A preference that makes no
 * sense is ignored, as the RFC asks; the first of several counts.
 *
 * @param patience what is applied
 * @param stated whether the caller said so, and is to be told what was applied
 */
public record Preference(Duration patience, boolean stated) {

  private static final Pattern WAIT =
      Pattern.compile(
          "(?:^|,)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:[;,]|$)", Pattern.CASE_INSENSITIVE);

  public static Preference of(HttpServletRequest request, Duration otherwise, Duration longest) {
    for (var header : Collections.list(request.getHeaders("Prefer"))) {
      var wait = waitIn(header);
      if (wait.isPresent()) {
        return new Preference(wait.get().compareTo(longest) > 0 ? longest : wait.get(), true);
      }
    }
    return new Preference(otherwise, false);
  }

  static Optional<Duration> waitIn(String header) {
    var found = WAIT.matcher(header);
    return found.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(found.group(1))))
        : Optional.empty();
  }

  /** The value of {@code Preference-Applied}. */
  public String applied() {
    return "wait=" + patience.toSeconds();
  }
}
