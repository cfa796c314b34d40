package org.yizhan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The checkout: the folder that holds {@code run} and {@code deploy/topics.yaml}. */
final class Home {

  private Home() {}

  /**
   * @return the folder of the system property {@code yizhan.home}, or the nearest fitting one at or
   *     above the working directory
   * @throws LaunchFailure when there is none
   */
  static Path find() {
    var given = System.getProperty("yizhan.home");
    if (given != null) {
      return Path.of(given).toAbsolutePath();
    }
    var here = Path.of("").toAbsolutePath();
    for (@Nullable Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("run"))
          && Files.exists(folder.resolve("deploy/topics.yaml"))) {
        return folder;
      }
    }
    throw new LaunchFailure(
        here
            + " is not inside a checkout of the project. Start from there, or set"
            + " -Dyizhan.home=<checkout>.");
  }
}
