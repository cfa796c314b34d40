package org.yizhan.local;

import java.nio.file.Path;

/**
 * Where local engines keep their data and listen.
 *
 * @param dataDir durable: started again on the same folder, the engines know everything they
 *     acknowledged
 */
public record EngineSettings(
    Path dataDir, int kafkaPort, int mongoPort, SuiteSettings.Compiler compiler) {

  public EngineSettings {
    dataDir = dataDir.toAbsolutePath();
  }

  Path logs() {
    return dataDir.resolveSibling("logs");
  }
}
