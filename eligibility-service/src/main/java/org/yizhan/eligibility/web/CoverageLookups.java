package org.yizhan.eligibility.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.privacy.SensitiveTexts;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.eligibility.person.Person;
import org.yizhan.eligibility.person.SealedTexts;
import org.yizhan.eligibility.person.Survivors;

/**
 * Everything that is known of a person, for the check at admission (H9), in one question; by an ID
 * or a number that was given up, everything that is known of the person who stays. A POST, because
 * a path would stand in access logs. ID and name are hashed or sealed and forgotten; no answer
 * repeats them but the ID masked.
 */
@RestController
final class CoverageLookups {

  private final Survivors survivors;
  private final Function<CitizenId, String> personNumbers;
  private final SensitiveTexts sensitive;
  private final SealedTexts sealed;

  CoverageLookups(
      Survivors survivors,
      Function<CitizenId, String> personNumbers,
      SensitiveTexts sensitive,
      SealedTexts sealed) {
    this.survivors = survivors;
    this.personNumbers = personNumbers;
    this.sensitive = sensitive;
    this.sealed = sealed;
  }

  /**
   * @param personNumber counts before {@code idNumber}
   * @param name as it stands on the document
   */
  record Question(@Nullable String personNumber, @Nullable String idNumber, @Nullable String name) {

    /** The record's own text would hold ID and name. */
    @Override
    public String toString() {
      return "Question["
          + (idNumber == null ? "no ID" : CitizenId.mask(idNumber))
          + (name == null ? ", no name]" : ", a name]");
    }
  }

  /**
   * @param nameAgrees whether the name is one that an agency stated; null when the question or
   *     every agency left it out
   */
  record Answer(Coverage coverage, @Nullable Boolean nameAgrees) {}

  /** 400 {@code malformed} for what is no citizen ID, 404 {@code unknown-person}. */
  @PostMapping("/internal/coverage-lookups")
  Answer find(@RequestBody Question question) {
    var person = survivors.of(numberIn(question)).orElseThrow(UnknownPerson::problem);
    return new Answer(person.coverage(), nameAgrees(person, question.name()));
  }

  private String numberIn(Question question) {
    var number = question.personNumber();
    return number == null ? personNumbers.apply(StatedId.of(question.idNumber())) : number;
  }

  private @Nullable Boolean nameAgrees(Person person, @Nullable String name) {
    return name == null ? null : person.isNamed(sensitive.seal(name), sealed).orElse(null);
  }
}
