package org.yizhan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process of ours with a log file. It runs in a session of its own, so that Ctrl-C reaches only
 * the launcher, which then stops its children in order; and it does not outlive the launcher,
 * however that ends.
 */
public final class Child {

  /** How a child is started, and started again. */
  record Spec(String name, List<String> command, Map<String, String> environment, Path log) {
    Spec {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  private static final boolean HAS_SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));
  private static final int LINES_SHOWN = 25;

  private final Spec spec;
  private Process process;
  private Process guard;

  private Child(Spec spec) {
    this.spec = spec;
    this.process = launch(spec);
    this.guard = guard(process.pid());
  }

  static Child start(Spec spec) {
    return new Child(spec);
  }

  public String name() {
    return spec.name();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Starts the same command again, after {@link #kill} or {@link #stop}. */
  public synchronized void restart() {
    if (process.isAlive()) {
      throw new IllegalStateException(spec.name() + " still runs: stop or kill it first");
    }
    process = launch(spec);
    guard = guard(process.pid());
  }

  /** As a crash would: SIGKILL, nothing is flushed, nobody is told. */
  public synchronized void kill() {
    guard.destroyForcibly();
    process.destroyForcibly();
    await(Duration.ofSeconds(10));
  }

  /** Asks it to end (SIGTERM), waits, and kills it when it does not. */
  public synchronized void stop(Duration patience) {
    process.destroy();
    if (!await(patience)) {
      process.destroyForcibly();
      await(Duration.ofSeconds(10));
    }
    guard.destroyForcibly();
  }

  /**
   * Waits until the probe says yes.
   *
   * @throws LaunchFailure with the end of the log when the child ends or the time is over
   */
  void awaitHealthy(BooleanSupplier probe, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!probe.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new LaunchFailure(
            spec.name() + " ended with code " + process.exitValue() + ". " + endOfLog());
      }
      if (System.nanoTime() > deadline) {
        throw new LaunchFailure(
            spec.name() + " was not ready within " + patience.toSeconds() + " s. " + endOfLog());
      }
      Waiting.aMoment();
    }
  }

  /**
   * Runs a command to its end.
   *
   * @throws LaunchFailure with the end of the log when it fails or takes longer
   */
  static void run(Spec spec, Duration patience) {
    var child = new Child(spec);
    boolean ended = child.await(patience);
    child.stop(Duration.ZERO);
    if (!ended || child.process.exitValue() != 0) {
      throw new LaunchFailure(
          spec.name()
              + (ended ? " failed. " : " took over " + patience.toSeconds() + " s. ")
              + child.endOfLog());
    }
  }

  private boolean await(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String endOfLog() {
    try {
      var lines =
          new String(Files.readAllBytes(spec.log()), StandardCharsets.UTF_8).lines().toList();
      var end = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
      return "The end of " + spec.log() + ":\n  " + String.join("\n  ", end);
    } catch (IOException unreadable) {
      return "Its log " + spec.log() + " cannot be read: " + unreadable.getMessage();
    }
  }

  private static Process launch(Spec spec) {
    var command = new ArrayList<String>();
    if (HAS_SETSID) {
      command.add("/usr/bin/setsid");
    }
    command.addAll(spec.command());
    try {
      Files.createDirectories(spec.log().toAbsolutePath().getParent());
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().putAll(spec.environment());
      return builder.start();
    } catch (IOException notStarted) {
      throw new LaunchFailure(
          spec.name() + " could not be started: " + notStarted.getMessage(), notStarted);
    }
  }

  /**
   * A shell that waits on a pipe from this JVM: when the JVM is gone, even by SIGKILL, the pipe
   * ends. It looks before it kills, since the number of a process that has ended is given to
   * another one some day.
   */
  private static Process guard(long pid) {
    var script =
        "read _; kill $0; for i in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 $0 || exit; done; "
            + "kill -9 $0";
    var command = new ArrayList<>(List.of("sh", "-c", script, Long.toString(pid)));
    if (HAS_SETSID) {
      command.addFirst("/usr/bin/setsid");
    }
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noShell) {
      throw new UncheckedIOException("sh could not be started", noShell);
    }
  }
}
