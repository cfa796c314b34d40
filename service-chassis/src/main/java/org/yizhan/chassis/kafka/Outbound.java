package org.yizhan.chassis.kafka;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event to send.
 *
 * @param key the aggregate's id: order is only kept per key
 * @param type the CloudEvents type with its version
 * @param id the CloudEvents id, computed from the cause, so that the same fact has the same id
 * @param subject what the event is about, readable without decoding the data; never personal data
 */
public record Outbound(
    String topic,
    String key,
    String type,
    UUID id,
    @Nullable String subject,
    @Nullable String traceparent,
    byte[] data) {}
