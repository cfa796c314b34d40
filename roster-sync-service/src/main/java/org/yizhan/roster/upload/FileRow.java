package org.yizhan.roster.upload;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;

/** A row of a file: the members of {@code roster-row.v1}; its number is its place in the file. */
public record FileRow(
    @Nullable String idNumber,
    @Nullable String name,
    @Nullable String county,
    @Nullable String category,
    @Nullable String effectiveFrom,
    @Nullable String effectiveTo,
    @Nullable String basis,
    @Nullable BigDecimal standardPercent) {

  /** The record's own text would hold the person. */
  @Override
  public String toString() {
    return "FileRow[" + category + " in " + county + "]";
  }

  RosterRow numbered(String rosterId, long row) {
    return new RosterRow(
        rosterId,
        row,
        idNumber,
        name,
        county,
        category,
        effectiveFrom,
        effectiveTo,
        basis,
        standardPercent);
  }
}
