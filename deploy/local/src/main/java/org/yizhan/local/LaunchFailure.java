package org.yizhan.local;

import org.jspecify.annotations.Nullable;

/**
 * Something did not start; the message says what, why and what to do, for the person at the
 * terminal.
 */
public final class LaunchFailure extends RuntimeException {

  public LaunchFailure(String message) {
    super(message);
  }

  public LaunchFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
