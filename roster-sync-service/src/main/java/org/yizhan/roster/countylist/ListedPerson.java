package org.yizhan.roster.countylist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a county's list: once, however many agencies have marked the person.
 *
 * @param marks in order of agency and category
 */
public record ListedPerson(String personNumber, String maskedId, List<ListedMark> marks) {

  /**
   * @param since a date; until likewise, null for a mark without an end
   */
  public record ListedMark(String category, String agency, String since, @Nullable String until) {

    private String line() {
      return "%s,%s,%s,%s".formatted(category, agency, since, until == null ? "" : until);
    }
  }

  /** What the checksum of a list is computed from: one line a person, in order of their numbers. */
  String line() {
    return personNumber
        + "|"
        + String.join(";", marks.stream().map(ListedMark::line).toList())
        + "\n";
  }
}
