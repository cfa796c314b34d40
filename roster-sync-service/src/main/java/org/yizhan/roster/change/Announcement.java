package org.yizhan.roster.change;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says of a full roster as a whole.
 *
 * @param division a county, or a city for all its counties
 * @param category null for all that the agency confirms
 * @param asOf whoever is left out has no mark from this day on
 * @param checksum hexadecimal digits, see {@code RosterRow.checksum}
 */
public record Announcement(
    String division, @Nullable String category, LocalDate asOf, long rows, String checksum) {}
