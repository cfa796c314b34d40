package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  @TempDir private Path folder;

  @Test
  void oneThatEndsEarlyIsReportedWithTheEndOfItsLog() {
    var child = Child.start(shell("echo the disk is full; exit 3"));
    assertThatThrownBy(() -> child.awaitHealthy(() -> false, Duration.ofSeconds(10)))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("code 3")
        .hasMessageContaining("the disk is full");
  }

  @Test
  void oneThatTakesTooLongIsReported() {
    var child = Child.start(shell("echo still thinking; sleep 60"));
    assertThatThrownBy(() -> child.awaitHealthy(() -> false, Duration.ofMillis(500)))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("not ready within")
        .hasMessageContaining("still thinking");
    child.kill();
  }

  @Test
  void oneThatDoesNotListenIsKilledInTheEnd() {
    var child = Child.start(shell("trap '' TERM; echo deaf; while true; do sleep 0.1; done"));
    child.awaitHealthy(() -> child.endOfLog().contains("deaf"), Duration.ofSeconds(5));
    child.stop(Duration.ofMillis(300));
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void aKilledOneStartsAgain() {
    var child = Child.start(shell("sleep 60"));
    long first = child.pid();
    child.kill();
    assertThat(child.isAlive()).isFalse();
    child.restart();
    assertThat(child.isAlive()).isTrue();
    assertThat(child.pid()).isNotEqualTo(first);
    child.kill();
  }

  @Test
  void aCommandThatFailsSaysWhatItSaid() {
    assertThatThrownBy(() -> Child.run(shell("echo no such wheel; exit 1"), Duration.ofSeconds(5)))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("no such wheel");
  }

  private Child.Spec shell(String script) {
    return new Child.Spec(
        "shell", List.of("sh", "-c", script), Map.of(), folder.resolve("shell.log"));
  }
}
