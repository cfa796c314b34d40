package org.yizhan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * The one place where Kafka and MongoDB are chosen, for {@code ./run} and for tests alike: what the
 * environment names ({@code YIZHAN_KAFKA_BOOTSTRAP}, {@code YIZHAN_MONGODB_URI}); else, for tests
 * and when Docker answers, containers; else local processes, the real broker from its Maven
 * artifact and a real {@code mongod}. A suite must survive its restart, and containers forget: it
 * never takes them. There is no stand-in: without a real MongoDB it fails and says what to install.
 */
public final class Engines implements AutoCloseable {

  private final Engine kafka;
  private final Engine mongo;

  private Engines(Engine kafka, Engine mongo) {
    this.kafka = kafka;
    this.mongo = mongo;
  }

  /**
   * The engines of this JVM's tests: started at the first call, on free ports, gone with their data
   * at its end.
   */
  public static Engines forTests() {
    return ForTests.ENGINES;
  }

  /**
   * Starts both at once, on durable data, and says which were taken and why.
   *
   * @throws LaunchFailure when one does not start; the other is stopped again
   */
  public static Engines start(EngineSettings settings, Progress progress) {
    return start(settings, false, progress);
  }

  private static Engines start(EngineSettings settings, boolean containers, Progress progress) {
    var kafka = CompletableFuture.supplyAsync(() -> kafka(settings, containers));
    var mongo = CompletableFuture.supplyAsync(() -> mongo(settings, containers, progress));
    try {
      var engines = new Engines(kafka.join(), mongo.join());
      engines.choices().forEach(progress::say);
      return engines;
    } catch (CompletionException failed) {
      Stream.of(kafka, mongo).forEach(Engines::stopIfStarted);
      var cause = failed.getCause() == null ? failed : failed.getCause();
      throw new LaunchFailure(String.valueOf(cause.getMessage()), cause);
    }
  }

  private static void stopIfStarted(CompletableFuture<Engine> starting) {
    starting
        .thenAccept(engine -> engine.stop().run())
        .exceptionally(alreadyReported -> null)
        .join();
  }

  private static Engine kafka(EngineSettings settings, boolean containers) {
    var given = System.getenv("YIZHAN_KAFKA_BOOTSTRAP");
    if (given != null && !given.isBlank()) {
      return Engine.given(given, "Kafka: " + given + ", named by YIZHAN_KAFKA_BOOTSTRAP");
    }
    return containers ? DockerEngines.kafka(settings) : KafkaBroker.start(settings);
  }

  private static Engine mongo(EngineSettings settings, boolean containers, Progress progress) {
    var given = System.getenv("YIZHAN_MONGODB_URI");
    if (given != null && !given.isBlank()) {
      return Engine.given(given, "MongoDB: the one that YIZHAN_MONGODB_URI names");
    }
    return containers
        ? DockerEngines.mongo(settings)
        : MongoServer.start(settings, MongodBinary.find(progress));
  }

  public String kafkaBootstrap() {
    return kafka.address();
  }

  /** A connection string without a database: every service names its own. */
  public String mongoUri() {
    return mongo.address();
  }

  /** Which engines were taken and why, one line each. */
  public List<String> choices() {
    return List.of(kafka.choice(), mongo.choice());
  }

  /** The broker's process, for crash tests; empty when it is not ours. */
  public Optional<Child> kafkaProcess() {
    return kafka.child();
  }

  /** The database's process, for crash tests; empty when it is not ours. */
  public Optional<Child> mongoProcess() {
    return mongo.child();
  }

  /** Creates the topics of {@code deploy/topics.yaml} that are missing. */
  public void createTopics() {
    TopicCatalogue.load().local().create(kafkaBootstrap());
  }

  /** As {@link #createTopics()}, each with this many partitions. */
  public void createTopics(int partitions) {
    TopicCatalogue.load().local().withPartitions(partitions).create(kafkaBootstrap());
  }

  /** Stops what was started here, the database last. */
  @Override
  public void close() {
    kafka.stop().run();
    mongo.stop().run();
  }

  private static final class ForTests {

    private static final Engines ENGINES = start();

    private static Engines start() {
      try {
        var folder = Files.createTempDirectory("yizhan-engines");
        var settings =
            new EngineSettings(
                folder.resolve("data"), Ports.free(), Ports.free(), SuiteSettings.Compiler.C1);
        var engines = Engines.start(settings, DockerEngines.answers(), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(engines, folder)));
        return engines;
      } catch (IOException noFolder) {
        throw new UncheckedIOException(noFolder);
      }
    }

    private static void remove(Engines engines, Path folder) {
      engines.kafkaProcess().ifPresent(Child::kill);
      engines.mongoProcess().ifPresent(Child::kill);
      engines.close();
      try {
        Folders.delete(folder);
      } catch (IOException leftBehind) {
        System.err.println("left behind: " + folder + ": " + leftBehind.getMessage());
      }
    }
  }
}
