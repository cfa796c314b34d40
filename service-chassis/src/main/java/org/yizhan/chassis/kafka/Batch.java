package org.yizhan.chassis.kafka;

import java.util.List;

/** What one poll brought: of each partition some records in order of their offsets. Never empty. */
public record Batch<E>(List<Inbound<E>> records) {}
