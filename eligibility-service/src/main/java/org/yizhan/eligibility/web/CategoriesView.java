package org.yizhan.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.eligibility.person.Person;
import org.yizhan.eligibility.person.Standing;

/**
 * The categories of a person on a day, as they were known at a time.
 *
 * @param askedFor the number of the question, when it was given up for this one; absent otherwise
 * @param eligibilityVersion the version that was known then, 0 when nothing was
 * @param enrolled null when no enrolment was in force; there are no categories then (H14)
 */
record CategoriesView(
    String personNumber,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String askedFor,
    LocalDate on,
    OffsetDateTime knownAt,
    long eligibilityVersion,
    @Nullable Enrolment enrolled,
    List<Mark> categories) {

  static CategoriesView of(Person person, String askedFor, LocalDate on, OffsetDateTime knownAt) {
    var standing = Standing.of(person, on);
    return new CategoriesView(
        person.number(),
        askedFor.equals(person.number()) ? null : askedFor,
        on,
        knownAt,
        standing.eligibilityVersion(),
        standing.enrolled(),
        standing.categories());
  }
}
