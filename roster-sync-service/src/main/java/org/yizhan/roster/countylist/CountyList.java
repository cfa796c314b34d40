package org.yizhan.roster.countylist;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A county's list of one month; what it says never changes, only how far its delivery is.
 *
 * @param asOf the day whose marks it holds
 * @param afterEnrolmentPeriod whether joiners and leavers come outside the yearly enrolment, where
 *     each needs somebody's attention (H12, H14)
 * @param persons how many are on it
 * @param byCategory marks on it
 * @param joiners on it but not on the list of the month before; leavers the other way round
 * @param checksum SHA-256, hexadecimal, over the lines of {@link ListedPerson}
 * @param attempts at delivery so far
 * @param deliveredAt null until the platform has it
 * @param lastProblem why the last attempt failed
 */
public record CountyList(
    String county,
    YearMonth month,
    LocalDate asOf,
    boolean afterEnrolmentPeriod,
    long persons,
    Map<String, Long> byCategory,
    long joiners,
    long leavers,
    String checksum,
    int attempts,
    @Nullable OffsetDateTime deliveredAt,
    @Nullable String lastProblem) {

  boolean isDelivered() {
    return deliveredAt != null;
  }

  CountyList attempted() {
    return after(attempts + 1, null, "this attempt was not finished");
  }

  CountyList deliveredAt(OffsetDateTime when) {
    return after(attempts, when, null);
  }

  CountyList failed(String problem) {
    return after(attempts, null, problem);
  }

  private CountyList after(int tries, @Nullable OffsetDateTime when, @Nullable String problem) {
    return new CountyList(
        county,
        month,
        asOf,
        afterEnrolmentPeriod,
        persons,
        byCategory,
        joiners,
        leavers,
        checksum,
        tries,
        when,
        problem);
  }
}
