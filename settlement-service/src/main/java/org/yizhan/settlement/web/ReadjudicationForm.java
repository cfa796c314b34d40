package org.yizhan.settlement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.settlement.readjudication.Readjudicating.Asked;
import org.yizhan.settlement.simulation.Period;

/** The body of a request to re-adjudicate, as it was sent. */
record ReadjudicationForm(
    @Nullable String city,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String maker,
    @Nullable String reason) {

  private static final Pattern CITY = Pattern.compile("[0-9]{4}00");
  private static final Pattern STAFF = Pattern.compile("[0-9A-Za-z._@-]{1,64}");
  private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  /** Who confirms it. */
  record Approval(@Nullable String checker) {

    /**
     * @throws ProblemException 400 when the member is missing or malformed
     */
    String sound() {
      if (checker == null || !isStaff(checker)) {
        throw malformed(List.of(staffError("checker")));
      }
      return checker;
    }
  }

  /**
   * @throws ProblemException 400 when a member is missing or malformed, 422 when the period is none
   */
  Asked sound() {
    if (city == null
        || !CITY.matcher(city).matches()
        || from == null
        || to == null
        || maker == null
        || !isStaff(maker)
        || reason == null
        || !isReason(reason)) {
      throw malformed(errors());
    }
    SimulationForm.requirePeriod(from, to);
    return new Asked(city, new Period(from, to), maker, reason);
  }

  /** The value of a text is not repeated: it may be personal. */
  private List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (city == null || !CITY.matcher(city).matches()) {
      errors.add(new FieldError("city", null, "must be the six digits of a city such as 441600"));
    }
    if (from == null) {
      errors.add(new FieldError("from", null, "must be a day such as 2019-01-01"));
    }
    if (to == null) {
      errors.add(new FieldError("to", null, "must be a day such as 2019-12-31"));
    }
    if (maker == null || !isStaff(maker)) {
      errors.add(staffError("maker"));
    }
    if (reason == null || !isReason(reason)) {
      errors.add(
          new FieldError(
              "reason",
              null,
              "must be 1 to 200 characters without control characters or a citizen ID"));
    }
    return errors;
  }

  private static boolean isStaff(String name) {
    return STAFF.matcher(name).matches() && !CitizenId.standsIn(name);
  }

  private static boolean isReason(String text) {
    return REASON.matcher(text).matches() && !CitizenId.standsIn(text);
  }

  private static FieldError staffError(String field) {
    return new FieldError(
        field, null, "must be 1 to 64 letters, digits or . _ @ -, and no citizen ID");
  }

  private static ProblemException malformed(List<FieldError> errors) {
    return new ProblemException(
        Problem.of(
            400,
            "malformed",
            "Malformed request",
            "Nothing was begun. Correct what is named under errors, and ask again.",
            errors.toArray(FieldError[]::new)));
  }
}
