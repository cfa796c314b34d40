package org.yizhan.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** All consumers of a service; healthy when each topic has its partitions and none is stopped. */
final class Subscriptions implements SmartLifecycle, HealthIndicator {

  private static final int COMMIT_EVERY_MS = 200;
  private static final int POLL_MS = 500;

  private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers =
      new ArrayList<>();
  private final StoppedPartitions stopped;
  private final MeterRegistry meters;

  Subscriptions(StoppedPartitions stopped, MeterRegistry meters) {
    this.stopped = stopped;
    this.meters = meters;
  }

  <E> void add(
      Subscription<E> subscription,
      BatchRunner<E> runner,
      ConsumerFactory<String, byte[]> consumers) {
    var properties = new ContainerProperties(subscription.topic());
    properties.setMessageListener(runner);
    // What is done is committed soon, not at once: a record that comes again changes nothing, and a
    // commit costs the brokers as much as the record.
    properties.setAckMode(ContainerProperties.AckMode.TIME);
    properties.setAckTime(COMMIT_EVERY_MS);
    properties.setPollTimeout(POLL_MS);
    properties.setMissingTopicsFatal(true);
    var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
    container.setConcurrency(subscription.consumers());
    container.setBeanName(subscription.topic());
    var failed = new FailedBatches(stopped, meters);
    failed.pausingWith(container::pausePartition);
    container.setCommonErrorHandler(failed);
    containers.add(container);
  }

  @Override
  public void start() {
    containers.forEach(ConcurrentMessageListenerContainer::start);
  }

  @Override
  public void stop() {
    containers.forEach(ConcurrentMessageListenerContainer::stop);
  }

  @Override
  public boolean isRunning() {
    return containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
  }

  @Override
  public Health health() {
    var waiting =
        containers.stream()
            .filter(
                container ->
                    container.getAssignedPartitions() == null
                        || container.getAssignedPartitions().isEmpty())
            .map(ConcurrentMessageListenerContainer::getBeanName)
            .toList();
    var health = waiting.isEmpty() && stopped.isEmpty() ? Health.up() : Health.down();
    return health
        .withDetail("waitingForPartitions", waiting)
        .withDetail("stopped", stopped.toString())
        .build();
  }
}
