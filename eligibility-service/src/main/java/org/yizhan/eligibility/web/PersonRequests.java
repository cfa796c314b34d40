package org.yizhan.eligibility.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.eligibility.person.Person;
import org.yizhan.eligibility.person.Persons;
import org.yizhan.eligibility.person.Survivors;

/**
 * Reads of a person. All answer 404 {@code unknown-person} when nothing was ever reported under the
 * number, and 400 {@code malformed} for a parameter of the wrong form. Of a number that was given
 * up the person and the history stay as they were then, and name the number that stays.
 */
@RestController
@RequestMapping("/api/persons/{personNumber}")
final class PersonRequests {

  private final Persons persons;
  private final Survivors survivors;
  private final Clock clock;

  PersonRequests(Persons persons, Survivors survivors, Clock clock) {
    this.persons = persons;
    this.survivors = survivors;
    this.clock = clock;
  }

  /** The wire shape is the coverage itself. */
  @GetMapping
  Coverage person(@PathVariable String personNumber) {
    return found(personNumber).coverage();
  }

  /**
   * H11, H13: the categories in force on a day, as far as they were known at a time; once a merge
   * was known, those of the person who stays.
   *
   * @param on today when absent
   * @param knownAt a date, which means the end of that day, or an RFC 3339 time; now when absent
   */
  @GetMapping("/categories")
  CategoriesView categories(
      @PathVariable String personNumber,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String knownAt) {
    var now = OffsetDateTime.now(clock);
    var day = Parameters.day("on", on, now.toLocalDate());
    var moment = Parameters.knownAt(knownAt, now);
    var known =
        moment == null
            ? survivors.of(personNumber)
            : survivors.of(personNumber, person -> person.asKnownAt(moment.toInstant()));
    return CategoriesView.of(
        known.orElseThrow(UnknownPerson::problem),
        personNumber,
        day,
        moment == null ? now : moment);
  }

  /**
   * H11: who said what, when and on what basis, report by report.
   *
   * @param after {@code next} of the page before
   */
  @GetMapping("/history")
  HistoryView history(
      @PathVariable String personNumber,
      @RequestParam(defaultValue = "0") String after,
      @RequestParam(defaultValue = "100") String limit) {
    var from = Parameters.after(after);
    var pageSize = Parameters.limit(limit);
    return HistoryView.of(found(personNumber), from, pageSize);
  }

  private Person found(String personNumber) {
    return persons.find(personNumber).orElseThrow(UnknownPerson::problem);
  }
}
