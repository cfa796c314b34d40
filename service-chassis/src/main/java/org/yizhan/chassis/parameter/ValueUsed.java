package org.yizhan.chassis.parameter;

import java.time.LocalDate;

/**
 * A value as texts show it, with what it is founded on.
 *
 * @param name city, file and key, for example {@code 441600/assistance/in-part/cap}
 * @param from since when it holds
 * @param status the word of a {@link Status}
 */
public record ValueUsed(
    String name, LocalDate from, String value, String status, String reference) {}
