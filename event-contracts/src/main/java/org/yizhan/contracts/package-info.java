/**
 * What the services say to each other: commands and events by publisher, one package each, and the
 * value types they share. Amounts travel as decimal strings with two places, dates as {@code
 * YYYY-MM-DD}, times as RFC 3339 with offset.
 */
@NullMarked
package org.yizhan.contracts;

import org.jspecify.annotations.NullMarked;
