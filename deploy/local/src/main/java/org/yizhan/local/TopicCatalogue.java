package org.yizhan.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The topics of {@code deploy/topics.yaml}, as a production cluster has them unless {@link #local}
 * says otherwise.
 */
record TopicCatalogue(
    int partitions,
    int partitionsLocal,
    short replication,
    short replicationLocal,
    List<Topic> topics) {

  /**
   * @param parked whether {@code <name>.parked} stands beside it
   */
  record Topic(String name, Retention retention, boolean parked) {}

  enum Retention {
    FOREVER("-1"),
    WEEK("604800000");

    private final String ms;

    Retention(String ms) {
      this.ms = ms;
    }
  }

  static TopicCatalogue load() {
    return read(Home.find().resolve("deploy/topics.yaml"));
  }

  static TopicCatalogue read(Path file) {
    var mapper = YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
    return mapper.readValue(file.toFile(), TopicCatalogue.class);
  }

  /** As one machine has them. */
  TopicCatalogue local() {
    return withPartitions(partitionsLocal).withReplication(replicationLocal);
  }

  TopicCatalogue withPartitions(int all) {
    return new TopicCatalogue(all, partitionsLocal, replication, replicationLocal, topics);
  }

  TopicCatalogue withReplication(short factor) {
    return new TopicCatalogue(partitions, partitionsLocal, factor, replicationLocal, topics);
  }

  /** Creates what is missing and leaves what exists as it is. */
  void create(String bootstrap) {
    Map<String, Object> config = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    try (var admin = Admin.create(config)) {
      var existing = admin.listTopics().names().get();
      var missing = newTopics().filter(topic -> !existing.contains(topic.name())).toList();
      for (var created : admin.createTopics(missing).values().values()) {
        awaitCreated(created);
      }
    } catch (ExecutionException refused) {
      throw new LaunchFailure("Kafka refuses to create topics: " + refused.getMessage(), refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("interrupted while creating topics", interrupted);
    }
  }

  private static void awaitCreated(KafkaFuture<Void> created)
      throws ExecutionException, InterruptedException {
    try {
      created.get();
    } catch (ExecutionException refused) {
      // Two processes may create the same topic at the same time; either is fine.
      if (!(refused.getCause() instanceof TopicExistsException)) {
        throw refused;
      }
    }
  }

  List<String> names() {
    return newTopics().map(NewTopic::name).toList();
  }

  private Stream<NewTopic> newTopics() {
    return topics.stream().flatMap(this::withParked);
  }

  private Stream<NewTopic> withParked(Topic topic) {
    var own = newTopic(topic.name(), topic.retention());
    return topic.parked()
        ? Stream.of(own, newTopic(topic.name() + ".parked", Retention.WEEK))
        : Stream.of(own);
  }

  private NewTopic newTopic(String name, Retention retention) {
    var config =
        Map.of(
            TopicConfig.RETENTION_MS_CONFIG, retention.ms,
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            // When a change became known is told by our clock, not by its sender's.
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    return new NewTopic(name, partitions, replication).configs(config);
  }
}
