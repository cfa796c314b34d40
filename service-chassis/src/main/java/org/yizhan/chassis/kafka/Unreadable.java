package org.yizhan.chassis.kafka;

import java.time.OffsetDateTime;

/**
 * A record that could not be decoded: it is parked, its neighbours are handled.
 *
 * @param reason names the rule it breaks; holds nothing of the record's content
 */
public record Unreadable(Place place, OffsetDateTime appendedAt, String reason) {}
