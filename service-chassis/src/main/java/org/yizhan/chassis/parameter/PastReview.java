package org.yizhan.chassis.parameter;

import java.time.LocalDate;

/**
 * A value that somebody should have looked at again.
 *
 * @param from since when the value holds
 */
public record PastReview(String name, LocalDate from, LocalDate reviewBy) {}
