package org.yizhan.suite.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java sources of the whole house. */
final class Sources {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Sources() {}

  static List<Path> all() {
    try (var files = Files.walk(ROOT)) {
      var sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .sorted()
              .toList();
      if (sources.size() < 50) {
        throw new IllegalStateException(
            "only " + sources.size() + " sources below " + ROOT + ": looking at the wrong place");
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isMain(Path file) {
    return file.toString().contains("/src/main/");
  }

  static String nameOf(Path file) {
    return ROOT.relativize(file).toString();
  }
}
