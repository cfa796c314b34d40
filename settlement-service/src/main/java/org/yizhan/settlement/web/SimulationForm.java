package org.yizhan.settlement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.settlement.simulation.Period;

/** The body of a question, as it was sent. */
record SimulationForm(
    @Nullable String city,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Map<String, String> overlay) {

  private static final int YEARS_MAX = 10;
  private static final int CHARACTERS_MAX = 1_000_000;

  /** A question that can be asked. */
  record Asked(String city, Period period, Map<String, String> overlay) {}

  /**
   * @throws ProblemException 400 when a member is missing, 413 when the overlay is too large, 422
   *     when the period is none
   */
  Asked sound() {
    if (city == null
        || from == null
        || to == null
        || overlay == null
        || overlay.containsValue(null)) {
      throw refused(400, "malformed", "Malformed request", missing());
    }
    requireSize(overlay);
    requirePeriod(from, to);
    return new Asked(city, new Period(from, to), overlay);
  }

  private static void requireSize(Map<String, String> overlay) {
    long characters = overlay.values().stream().mapToLong(String::length).sum();
    if (characters > CHARACTERS_MAX) {
      var rule = "must have at most " + CHARACTERS_MAX + " characters in all its files";
      throw refused(
          413,
          "too-large",
          "The overlay is too large",
          List.of(new FieldError("overlay", characters + " characters", rule)));
    }
  }

  static void requirePeriod(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || to.getYear() - from.getYear() >= YEARS_MAX) {
      var rule = "must not be before from, and in one of the next " + YEARS_MAX + " calendar years";
      throw refused(
          422,
          "period-invalid",
          "The period cannot be simulated",
          List.of(new FieldError("to", to.toString(), rule)));
    }
  }

  private List<FieldError> missing() {
    var missing = new ArrayList<FieldError>();
    require(city, "city", "must be a city code of six digits", missing);
    require(from, "from", "must be a day such as 2019-01-01", missing);
    require(to, "to", "must be a day such as 2019-12-31", missing);
    require(overlay, "overlay", "must hold file names and their texts", missing);
    if (overlay != null) {
      overlay.forEach(
          (file, text) -> require(text, "overlay." + file, "must be the text of a file", missing));
    }
    return missing;
  }

  private static void require(
      @Nullable Object member, String field, String rule, List<FieldError> missing) {
    if (member == null) {
      missing.add(new FieldError(field, null, rule));
    }
  }

  private static ProblemException refused(
      int status, String code, String title, List<FieldError> errors) {
    return new ProblemException(
        Problem.of(
            status,
            code,
            title,
            "Nothing was simulated. Correct what is named under errors, and ask again.",
            errors.toArray(FieldError[]::new)));
  }
}
