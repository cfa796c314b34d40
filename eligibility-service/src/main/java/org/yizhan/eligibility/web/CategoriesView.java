package org.yizhan.eligibility.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.eligibility.person.Standing;

/**
 * The categories of a person on a day, as they were known at a time.
 *
 * @param eligibilityVersion the version that was known then, 0 when nothing was
 * @param enrolled null when no enrolment was in force; there are no categories then (H14)
 */
record CategoriesView(
    String personNumber,
    LocalDate on,
    OffsetDateTime knownAt,
    long eligibilityVersion,
    @Nullable Enrolment enrolled,
    List<Mark> categories) {

  static CategoriesView of(
      String personNumber, Standing standing, LocalDate on, OffsetDateTime knownAt) {
    return new CategoriesView(
        personNumber,
        on,
        knownAt,
        standing.eligibilityVersion(),
        standing.enrolled(),
        standing.categories());
  }
}
