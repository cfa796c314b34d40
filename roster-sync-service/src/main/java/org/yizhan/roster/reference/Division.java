package org.yizhan.roster.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A county or district. Codes come and go, so each holds from a day to a day, both inclusive.
 *
 * @param label its Chinese name
 * @param city the code of its city, which is served
 * @param from null when the code is older than anything the suite is asked about
 * @param to null while it is in force
 * @param status null where the code is of the national standard (GB/T 2260)
 */
public record Division(
    String label,
    String city,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String status) {

  public boolean isInForceOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
