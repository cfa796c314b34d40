package org.yizhan.chassis.kafka;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One record as a handler reads it.
 *
 * @param key the record key, the aggregate's id on the suite's own topics
 * @param type the CloudEvents type, with its version
 * @param id the CloudEvents id
 * @param appendedAt when the broker took the record
 * @param event the decoded data
 * @param data the bytes it was decoded from
 */
public record Inbound<E>(
    Place place,
    @Nullable String key,
    String type,
    String id,
    @Nullable String traceparent,
    OffsetDateTime appendedAt,
    E event,
    byte[] data) {}
