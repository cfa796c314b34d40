package org.yizhan.suite.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yizhan.suite.folder.TemporaryFolder;

/**
 * A program in a folder of its own, which is gone before the process ends: what a million rows
 * leave behind would fill the disk in a few days.
 */
final class Program {

  private static final int LINES_SHOWN = 40;

  private Program() {}

  /** Tells whether all was sound. It has closed what it started in the folder when it returns. */
  @FunctionalInterface
  interface Body {
    boolean run(Path folder) throws Exception;
  }

  /** Ends the process: with 0 when all was sound, else, and when the body failed, with 1. */
  static void runAndExit(String prefix, Body body) throws IOException {
    boolean sound = false;
    try (var folder = TemporaryFolder.create(prefix)) {
      try {
        sound = body.run(folder.path());
      } catch (Exception failed) {
        failed.printStackTrace();
        tellLogs(folder.path());
      }
    }
    System.exit(sound ? 0 : 1);
  }

  /** The logs go with the folder, so their ends are shown while they are there. */
  private static void tellLogs(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      // the broker's data are files named .log as well
      for (var log :
          files
              .filter(file -> folder.relativize(file).toString().contains("logs/"))
              .sorted()
              .toList()) {
        var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        Report.say("");
        Report.say("the end of " + folder.relativize(log));
        lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()).forEach(Report::say);
      }
    }
  }
}
