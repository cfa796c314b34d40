package org.yizhan.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What {@code ./run} was asked for.
 *
 * @param once end after the sample, with 0 when every amount was as expected
 */
record Arguments(boolean once, boolean sample, Path stateDir) {

  /**
   * @param usualStateDir where data, logs and keys are unless {@code --data-dir} names another
   *     folder
   * @throws LaunchFailure for a word it does not know
   */
  static Arguments parse(List<String> words, Path usualStateDir) {
    var left = new ArrayDeque<>(words);
    var parsed = new Arguments(false, true, usualStateDir);
    while (!left.isEmpty()) {
      var word = left.removeFirst();
      parsed =
          switch (word) {
            case "--once" -> new Arguments(true, parsed.sample, parsed.stateDir);
            case "--no-sample" -> new Arguments(parsed.once, false, parsed.stateDir);
            case "--data-dir" -> new Arguments(parsed.once, parsed.sample, folder(left));
            default ->
                throw new LaunchFailure("Unknown option " + word + "; ./run --help lists them.");
          };
    }
    return parsed;
  }

  private static Path folder(ArrayDeque<String> left) {
    if (left.isEmpty()) {
      throw new LaunchFailure("--data-dir needs a folder behind it.");
    }
    return Path.of(left.removeFirst());
  }
}
