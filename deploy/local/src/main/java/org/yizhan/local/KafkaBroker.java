package org.yizhan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * A real single-node broker from its Maven artifact, in a process of its own, with a durable log
 * directory.
 */
final class KafkaBroker {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  /**
   * Only the broker's own topics are compacted here. Left to itself the cleaner takes 128 MB for
   * good, half of the heap.
   */
  private static final int CLEANER_BYTES = 16 << 20;

  private final EngineSettings settings;
  private final Path folder;
  private final Path jars;

  private KafkaBroker(EngineSettings settings) {
    this.settings = settings;
    this.folder = settings.dataDir().resolve("kafka");
    this.jars = Home.find().resolve("deploy/broker/target/libs");
  }

  static Engine start(EngineSettings settings) {
    var broker = new KafkaBroker(settings);
    broker.requireJars();
    var properties = broker.writeSettings();
    broker.formatOnce(properties);
    var child = Child.start(broker.java("kafka", "kafka.Kafka", List.of(properties.toString())));
    child.awaitHealthy(() -> isReady(settings.kafkaPort()), PATIENCE);
    return new Engine(
        "127.0.0.1:" + settings.kafkaPort(),
        "Kafka: a real broker from its Maven artifact, as a local process",
        child,
        () -> child.stop(STOP_PATIENCE));
  }

  private void requireJars() {
    if (!Files.isDirectory(jars)) {
      throw new LaunchFailure(
          "The broker's jars are not in "
              + jars
              + ". Lay them out with: mvn -q -f deploy/broker/pom.xml package");
    }
  }

  private Path writeSettings() {
    var text =
        """
        process.roles=broker,controller
        node.id=1
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        controller.quorum.voters=1@127.0.0.1:%2$d
        log.dirs=%3$s
        num.network.threads=2
        num.io.threads=4
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        offsets.topic.num.partitions=5
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        log.cleaner.dedupe.buffer.size=%4$d
        """
            .formatted(settings.kafkaPort(), Ports.free(), folder.resolve("data"), CLEANER_BYTES);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("log4j2.properties"), LOGGING);
      return Files.writeString(folder.resolve("server.properties"), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write to " + folder, unwritable);
    }
  }

  private static final String LOGGING =
      """
      appender.console.type=Console
      appender.console.name=console
      appender.console.layout.type=PatternLayout
      appender.console.layout.pattern=%d %-5p %c: %m%n
      rootLogger.level=warn
      rootLogger.appenderRef.console.ref=console
      """;

  private void formatOnce(Path properties) {
    if (Files.exists(folder.resolve("data/meta.properties"))) {
      return;
    }
    var arguments =
        List.of("format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString());
    Child.run(java("kafka-format", "kafka.tools.StorageTool", arguments), PATIENCE);
  }

  private Child.Spec java(String name, String mainClass, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Jvm.java());
    command.addAll(
        List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(Jvm.options(settings.compiler()));
    command.add("-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"));
    command.addAll(List.of("-cp", jars + "/*", mainClass));
    command.addAll(arguments);
    return new Child.Spec(name, command, Map.of(), settings.logs().resolve(name + ".log"));
  }

  private static boolean isReady(int port) {
    // An admin client that finds nobody fills the log with warnings, so the bare port is asked
    // first.
    if (!Ports.answers(port)) {
      return false;
    }
    Map<String, Object> config =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
    try (var admin = Admin.create(config)) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
