package org.yizhan.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Turns every {@link Subscription} bean into consumers. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
public class SubscriptionsConfiguration {

  @Bean
  Publisher publisher(
      KafkaTemplate<String, byte[]> template, @Value("${spring.application.name}") String service) {
    return new Publisher(template, service);
  }

  @Bean
  TopicIds topicIds(KafkaAdmin admin, TopicIds.Memory memory) {
    return new TopicIds(admin, memory);
  }

  @Bean
  StoppedPartitions stoppedPartitions(MeterRegistry meters) {
    return new StoppedPartitions(meters);
  }

  @Bean("subscriptions")
  Subscriptions subscriptions(
      ObjectProvider<Subscription<?>> all,
      ConsumerFactory<String, byte[]> consumers,
      Runner runner,
      StoppedPartitions stopped) {
    var subscriptions = new Subscriptions(stopped, runner.meters());
    all.orderedStream()
        .forEach(subscription -> runner.start(subscription, subscriptions, consumers));
    return subscriptions;
  }

  @Bean
  Runner runner(Publisher publisher, TopicIds ids, MeterRegistry meters, Clock clock) {
    return new Runner(publisher, ids, meters, clock);
  }

  /** What every consumer is made from. */
  record Runner(Publisher publisher, TopicIds ids, MeterRegistry meters, Clock clock) {

    <E> void start(
        Subscription<E> subscription, Subscriptions to, ConsumerFactory<String, byte[]> consumers) {
      to.add(
          subscription,
          new BatchRunner<>(subscription, publisher, ids, meters, clock.getZone()),
          consumers);
    }
  }
}
