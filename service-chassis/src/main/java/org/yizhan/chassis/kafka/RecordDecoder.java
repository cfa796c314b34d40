package org.yizhan.chassis.kafka;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.BrokenInvariant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/**
 * Record by record, so that one that cannot be read does not harm its neighbours. An event that
 * contradicts itself is not such a one: it throws {@link OurDefect}.
 */
final class RecordDecoder<E> {

  private final EventTypes<E> events;
  private final ZoneId zone;

  RecordDecoder(EventTypes<E> events, ZoneId zone) {
    this.events = events;
    this.zone = zone;
  }

  sealed interface Decoded<E> {
    record Read<E>(Inbound<E> inbound) implements Decoded<E> {}

    record Failed<E>(Unreadable unreadable) implements Decoded<E> {}
  }

  Decoded<E> decode(PartitionId partition, ConsumerRecord<String, byte[]> message) {
    var place = new Place(partition, message.offset());
    var appendedAt = OffsetDateTime.ofInstant(Instant.ofEpochMilli(message.timestamp()), zone);
    try {
      var event = KafkaMessageFactory.createReader(message).toEvent();
      var data = event.getData() == null ? new byte[0] : event.getData().toBytes();
      return new Decoded.Read<>(
          new Inbound<>(
              place,
              message.key(),
              event.getType(),
              event.getId(),
              header(message, "traceparent"),
              appendedAt,
              events.read(event.getType(), data),
              data));
    } catch (CloudEventRWException | IllegalStateException notACloudEvent) {
      return failed(
          place,
          appendedAt,
          "not a CloudEvent in binary mode: the ce_ headers are missing or wrong");
    } catch (StreamReadException notJson) {
      return failed(place, appendedAt, "the data is not JSON");
    } catch (JacksonException | EventTypes.UnreadableData otherShape) {
      requireNoDefect(place, otherShape);
      return failed(
          place, appendedAt, "the data is not of the shape of its type" + memberOf(otherShape));
    }
  }

  private static void requireNoDefect(Place place, RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BrokenInvariant broken) {
        throw new OurDefect(
            "the event at " + place + " contradicts itself: " + broken.getMessage());
      }
    }
  }

  /** The member's name only: a Jackson message may quote the value. */
  private static String memberOf(RuntimeException e) {
    if (e instanceof JacksonException shape && !shape.getPath().isEmpty()) {
      return ": member " + shape.getPath().getLast().getPropertyName();
    }
    return "";
  }

  private Decoded<E> failed(Place place, OffsetDateTime at, String reason) {
    return new Decoded.Failed<>(new Unreadable(place, at, reason));
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
  }
}
