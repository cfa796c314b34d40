package org.yizhan.suite.city;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message of an agency or an operator, a CloudEvent in binary mode.
 *
 * @param key never a citizen ID
 * @param id of the event; of an agency's change also its changeId
 */
public record Post(String topic, String key, String id, String type, byte[] data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The type is the one that the contract gives the body. */
  public static Post of(String topic, String key, String id, Object body) {
    var type = Objects.requireNonNull(body.getClass().getAnnotation(JsonTypeName.class)).value();
    return new Post(topic, key, id, type, JSON.writeValueAsBytes(body));
  }

  /** As it is sent, with the headers of a CloudEvent. */
  public ProducerRecord<String, byte[]> asRecord() {
    var event = new ProducerRecord<>(topic, key, data);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_source",
            "/simulator/" + topic,
            "ce_type",
            type,
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return event;
  }
}
