package org.yizhan.roster.change;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says of a full roster as a whole.
 *
 * @param division a county, or a city for all its counties
 * @param category null for all that the agency confirms
 * @param asOf whoever is left out has no mark from this day on
 * @param takenAt whoever was reported later is not judged by it; null when the agency does not say
 * @param checksum hexadecimal digits, see {@code RosterRow.checksum}
 */
public record Announcement(
    String division,
    @Nullable String category,
    LocalDate asOf,
    @Nullable OffsetDateTime takenAt,
    long rows,
    String checksum) {}
