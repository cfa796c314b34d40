package org.yizhan.eligibility.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.contracts.CitizenId;
import org.yizhan.eligibility.person.Persons;
import org.yizhan.eligibility.person.Survivors;

/**
 * Finds the person number of a citizen ID, for the gateway. A POST, because a path would stand in
 * access logs. The ID is hashed and forgotten; no answer repeats it but masked.
 */
@RestController
final class IdLookups {

  private final Persons persons;
  private final Survivors survivors;
  private final Function<CitizenId, String> personNumbers;

  IdLookups(Persons persons, Survivors survivors, Function<CitizenId, String> personNumbers) {
    this.persons = persons;
    this.survivors = survivors;
    this.personNumbers = personNumbers;
  }

  record Question(@Nullable String idNumber) {

    /** The record's own text would hold the ID. */
    @Override
    public String toString() {
      return "Question[" + (idNumber == null ? "no ID" : CitizenId.mask(idNumber)) + "]";
    }
  }

  record Answer(String personNumber, long eligibilityVersion) {}

  /**
   * Of an ID that was given up, the person who stays. 400 {@code malformed} for what is no citizen
   * ID, 404 {@code unknown-person} for one nobody reported.
   */
  @PostMapping("/internal/id-lookups")
  Answer find(@RequestBody Question question) {
    var number = personNumbers.apply(StatedId.of(question.idNumber()));
    var found = persons.headingOf(number).orElseThrow(UnknownPerson::problem);
    return found.mergedInto() == null
        ? new Answer(number, found.version())
        : survivors
            .of(number)
            .map(person -> new Answer(person.number(), person.version()))
            .orElseThrow(UnknownPerson::problem);
  }
}
