package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunScriptTest {

  /** A path with what the script needs and no java, whatever is installed here. */
  private static void provideTools(Path folder) throws IOException {
    for (var tool : List.of("bash", "dirname", "readlink", "grep", "cat")) {
      var real = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
      var script = folder.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nexec " + real + tool + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
  }

  @Test
  void withoutAJdk25ItSaysWhatToInstall(@TempDir Path tools, @TempDir Path nothing)
      throws Exception {
    provideTools(tools);
    var environment =
        Map.of(
            "PATH", tools.toString(),
            "HOME", nothing.toString(),
            "YIZHAN_JVM_FOLDER", nothing.toString());
    var result = run(environment, "--no-sample");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output()).contains("No JDK 25 was found").contains("JAVA_HOME");
  }

  @Test
  void helpNamesEveryPortVariable() throws Exception {
    var result = run(System.getenv(), "--help");
    assertThat(result.code()).isZero();
    for (var service : SuiteService.values()) {
      assertThat(result.output()).contains(service.usualPort() + " " + service.portVariable());
    }
    assertThat(result.output()).contains("YIZHAN_KAFKA_PORT", "YIZHAN_MONGODB_PORT");
  }

  @Test
  void everyServiceIsBuiltByIt() throws IOException {
    var script = Files.readString(Home.find().resolve("run"));
    for (var service : SuiteService.values()) {
      assertThat(script).contains(service.artifact());
    }
  }

  private record Result(int code, String output) {}

  private static Result run(Map<String, String> environment, String argument) throws Exception {
    var builder =
        new ProcessBuilder(Home.find().resolve("run").toString(), argument)
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
