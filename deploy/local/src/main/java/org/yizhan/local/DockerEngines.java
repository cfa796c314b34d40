package org.yizhan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The engines in containers, when Docker answers. Untried: no container engine runs where this was
 * written, so it is kept to what Testcontainers documents. Data lives as long as the containers:
 * what has to outlive them is started with {@code docker-compose.yml}.
 */
final class DockerEngines {

  private static final String WHY = ", in a container (Docker answers)";

  private DockerEngines() {}

  /** Asks only where a socket is, since Testcontainers takes seconds to find that there is none. */
  static boolean answers() {
    boolean socket =
        System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    return socket && DockerClientFactory.instance().isDockerAvailable();
  }

  static Engine kafka(EngineSettings settings) {
    var container =
        new KafkaContainer("apache/kafka:4.2.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    container.setPortBindings(List.of(settings.kafkaPort() + ":9092"));
    container.start();
    return new Engine(
        container.getBootstrapServers(), "Kafka: apache/kafka:4.2.1" + WHY, null, container::stop);
  }

  static Engine mongo(EngineSettings settings) {
    var container = new MongoDBContainer("mongo:8.0");
    container.setPortBindings(List.of(settings.mongoPort() + ":27017"));
    container.start();
    return new Engine(
        container.getConnectionString() + "/?directConnection=true",
        "MongoDB: mongo:8.0" + WHY,
        null,
        container::stop);
  }
}
