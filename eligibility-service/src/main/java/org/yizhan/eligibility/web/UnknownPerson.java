package org.yizhan.eligibility.web;

import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;

/**
 * The answer that names nobody: what was asked for may be a citizen ID typed into the wrong field.
 */
final class UnknownPerson {

  private UnknownPerson() {}

  static ProblemException problem() {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-person",
            "Unknown person",
            "Nothing was ever reported of this person: no enrolment, no identity mark, no"
                + " filing."));
  }
}
