package org.yizhan.settlement.settling;

import java.util.function.Function;

/** The one form of an event's bytes, there and back. */
public record EventBytes<E>(Function<E, byte[]> write, Function<byte[], E> read) {}
