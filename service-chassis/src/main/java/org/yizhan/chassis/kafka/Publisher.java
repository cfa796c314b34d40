package org.yizhan.chassis.kafka;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends events as CloudEvents in binary mode and knows when all in-sync replicas have them. */
public final class Publisher {

  private final KafkaTemplate<String, byte[]> template;
  private final URI source;

  public Publisher(KafkaTemplate<String, byte[]> template, String service) {
    this.template = template;
    this.source = URI.create("/yizhan/" + service);
  }

  /**
   * Sends all and returns when all are acknowledged. Records of one partition keep their order.
   *
   * @throws CompletionException when one of them was not acknowledged in time; some may have been
   */
  public void publish(List<Outbound> events) {
    var pending = new ArrayList<CompletableFuture<?>>(events.size());
    for (var event : events) {
      pending.add(send(event));
    }
    CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
  }

  /**
   * As {@link #publish}, but each event to every partition of its topic: every consumer must hear
   * it.
   */
  public void publishToEveryPartition(List<Outbound> events) {
    var pending = new ArrayList<CompletableFuture<?>>();
    for (var event : events) {
      for (var partition : template.partitionsFor(event.topic())) {
        pending.add(template.send(recordOf(event, partition.partition())));
      }
    }
    CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
  }

  /** Completes when all in-sync replicas have the event. */
  public CompletableFuture<?> send(Outbound event) {
    return template.send(recordOf(event, null));
  }

  CompletableFuture<?> sendAsIs(ProducerRecord<String, byte[]> message) {
    return template.send(message);
  }

  /**
   * @param partition null for the one that the key decides
   */
  private ProducerRecord<String, byte[]> recordOf(Outbound event, @Nullable Integer partition) {
    var cloudEvent =
        CloudEventBuilder.v1()
            .withId(event.id().toString())
            .withType(event.type())
            .withSource(source)
            .withDataContentType("application/json")
            .withData(event.data());
    if (event.subject() != null) {
      cloudEvent.withSubject(event.subject());
    }
    ProducerRecord<String, byte[]> message =
        KafkaMessageFactory.<String>createWriter(event.topic(), partition, event.key())
            .writeBinary(cloudEvent.build());
    if (event.traceparent() != null) {
      message.headers().add("traceparent", event.traceparent().getBytes(StandardCharsets.US_ASCII));
    }
    return message;
  }
}
