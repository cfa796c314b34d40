package org.yizhan.local;

/** The pause between two looks at something that starts. */
final class Waiting {

  private static final long PAUSE_MS = 50;

  private Waiting() {}

  static void aMoment() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("interrupted while waiting", interrupted);
    }
  }
}
