package org.yizhan.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How a suite is started.
 *
 * @param stateDir data, logs and keys; a suite started again on it knows everything
 * @param compiler C1 is up sooner, C2 bears more load
 * @param training whether the services record what they load, for {@link Suite#finishTraining}
 * @param environment for the services, beside this process's own; for example {@code YIZHAN_CLOCK}
 */
public record SuiteSettings(
    Path stateDir,
    SuitePorts ports,
    Compiler compiler,
    boolean training,
    Map<String, String> environment,
    Progress progress) {

  /** Which of the JVM's compilers the services run with. */
  public enum Compiler {
    C1,
    C2
  }

  public SuiteSettings {
    stateDir = stateDir.toAbsolutePath();
    environment = Map.copyOf(environment);
  }

  /**
   * On free ports, with the quick compiler, using the AOT caches that {@code ./run} may have left.
   */
  public static SuiteSettings forTests(Path stateDir) {
    return new SuiteSettings(
        stateDir, SuitePorts.free(), Compiler.C1, false, Map.of(), System.out::println);
  }

  public SuiteSettings with(Compiler other) {
    return new SuiteSettings(stateDir, ports, other, training, environment, progress);
  }

  public SuiteSettings with(String variable, String value) {
    var more = new HashMap<>(environment);
    more.put(variable, value);
    return new SuiteSettings(stateDir, ports, compiler, training, more, progress);
  }

  SuiteSettings training(boolean whether) {
    return new SuiteSettings(stateDir, ports, compiler, whether, environment, progress);
  }

  Path log(String name) {
    return stateDir.resolve("logs").resolve(name + ".log");
  }
}
