package org.yizhan.eligibility.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.eligibility.person.Person;
import org.yizhan.eligibility.person.Persons;

/** Reads of a person; the wire shape is the coverage itself. */
@RestController
final class PersonRequests {

  private final Persons persons;

  PersonRequests(Persons persons) {
    this.persons = persons;
  }

  /** 404 {@code unknown-person} when nothing was ever reported under the number. */
  @GetMapping("/api/persons/{personNumber}")
  Coverage person(@PathVariable String personNumber) {
    return persons.find(personNumber).map(Person::coverage).orElseThrow(UnknownPerson::problem);
  }
}
