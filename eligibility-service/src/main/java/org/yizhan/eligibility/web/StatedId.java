package org.yizhan.eligibility.web;

import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;

/** The member {@code idNumber} of a question. */
final class StatedId {

  private StatedId() {}

  /**
   * @throws ProblemException 400 {@code malformed}, naming the ID masked and the rule it breaks
   */
  static CitizenId of(@Nullable String idNumber) {
    if (idNumber == null || idNumber.isBlank()) {
      throw malformed(new FieldError("idNumber", null, "must be present"));
    }
    var rule = CitizenId.ruleBrokenBy(idNumber);
    if (rule.isPresent()) {
      throw malformed(new FieldError("idNumber", CitizenId.mask(idNumber), rule.get()));
    }
    return CitizenId.parse(idNumber).orElseThrow();
  }

  private static ProblemException malformed(FieldError error) {
    return new ProblemException(
        Problem.of(400, "malformed", "Malformed request", "Member idNumber is wrong.", error));
  }
}
