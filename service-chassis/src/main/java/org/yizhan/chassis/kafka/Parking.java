package org.yizhan.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record that is its sender's fault beside the topic, with the reason, and counts it. The
 * copy's key is where the original stands: an outsider's key might be personal data.
 */
final class Parking {

  static final String SUFFIX = ".parked";

  private static final Logger log = LoggerFactory.getLogger(Parking.class);

  private final Publisher publisher;
  private final MeterRegistry meters;

  Parking(Publisher publisher, MeterRegistry meters) {
    this.publisher = publisher;
    this.meters = meters;
  }

  CompletableFuture<?> park(ConsumerRecord<String, byte[]> message, String reason) {
    var place = message.topic() + "-" + message.partition() + "-" + message.offset();
    log.warn("parked {}: {}", place, reason);
    meters.counter("yizhan.parked", "topic", message.topic()).increment();
    var copy = new ProducerRecord<>(message.topic() + SUFFIX, place, message.value());
    message.headers().forEach(copy.headers()::add);
    copy.headers().add("yizhan-parked-reason", reason.getBytes(StandardCharsets.UTF_8));
    return publisher.sendAsIs(copy);
  }
}
