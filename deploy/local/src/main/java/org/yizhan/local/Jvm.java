package org.yizhan.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the JVMs of the services are started. */
final class Jvm {

  private static final List<String> SMALL =
      List.of(
          "-Xms96m",
          "-Xmx256m",
          // A service that has run out of memory is better dead and started again than half alive.
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC",
          "-XX:MaxMetaspaceSize=160m",
          "-XX:ReservedCodeCacheSize=64m",
          "-Xss512k");

  private Jvm() {}

  /**
   * The launcher runs on the JDK that {@code ./run} found; everything it starts runs on the same.
   */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> options(SuiteSettings.Compiler compiler) {
    return compiler == SuiteSettings.Compiler.C1 ? List.of("-XX:TieredStopAtLevel=1") : List.of();
  }

  /**
   * @param environment {@code YIZHAN_JAVA_OPTS} for all, {@code YIZHAN_SETTLEMENT_JAVA_OPTS} and so
   *     on for one
   */
  static List<String> command(
      ServiceJar app, SuiteSettings settings, Map<String, String> environment) {
    var command = new ArrayList<String>();
    command.add(java());
    command.addAll(SMALL);
    command.addAll(options(settings.compiler()));
    if (settings.training()) {
      command.add("-XX:AOTCacheOutput=" + app.aotRecording());
    } else if (app.hasAotCache()) {
      command.add("-XX:AOTCache=" + app.aotCache());
    }
    addWords(command, environment.getOrDefault("YIZHAN_JAVA_OPTS", ""));
    addWords(command, environment.getOrDefault(app.service().javaOptionsVariable(), ""));
    command.addAll(List.of("-jar", app.jar().toString()));
    return command;
  }

  private static void addWords(List<String> command, String options) {
    if (!options.isBlank()) {
      command.addAll(List.of(options.strip().split("\\s+")));
    }
  }
}
