package org.yizhan.settlement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.parameter.Parameter;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;

/** The law of a city on a day, with what it is founded on. */
@RestController
class ParameterController {

  private final ParameterSet parameters;
  private final Clock clock;

  ParameterController(ParameterSet parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  /**
   * @param version and hash: of all parameters, as settlements name them
   */
  record ParametersView(
      String city, LocalDate on, String version, String hash, List<ValueView> parameters) {}

  /**
   * A value in force.
   *
   * @param value as explanations show it
   * @param from since when it holds
   * @param status seed, published, derived or illustrative
   * @param reviewBy until when somebody has to look at it again; absent for never
   */
  record ValueView(
      String name,
      String description,
      String unit,
      String value,
      LocalDate from,
      String status,
      String reference,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate reviewBy) {}

  /**
   * The values in force, in the order of the files; a parameter that begins later is left out. 400
   * {@code malformed}, 404 {@code unknown-city}.
   *
   * @param city six digits
   * @param on a day; today when absent
   */
  @GetMapping("/api/parameters")
  ParametersView parameters(
      @RequestParam(required = false) @Nullable String city,
      @RequestParam(required = false) @Nullable String on) {
    if (city == null || !city.matches("[0-9]{6}")) {
      throw malformed("city", "must be six digits");
    }
    var law = parameters.cities().get(city);
    if (law == null) {
      throw new ProblemException(
          Problem.of(
              404,
              "unknown-city",
              "The city is not known",
              "No parameter file is of city " + city + ".",
              new FieldError("city", city, "must be a city with parameters")));
    }
    var day = day(on);
    var values = law.values().stream().flatMap(parameter -> valueOn(parameter, day)).toList();
    return new ParametersView(city, day, parameters.version(), parameters.hash(), values);
  }

  private LocalDate day(@Nullable String text) {
    try {
      return text == null ? LocalDate.now(clock) : LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw malformed("on", "must be a date of the form YYYY-MM-DD");
    }
  }

  private static Stream<ValueView> valueOn(Parameter<?> parameter, LocalDate day) {
    return parameter.values().find(day).stream()
        .map(found -> found.used().getLast())
        .map(
            used ->
                new ValueView(
                    used.name(),
                    parameter.description(),
                    parameter.unit().name(),
                    used.value(),
                    used.from(),
                    used.status(),
                    used.reference(),
                    parameter.reviewBy().get(used.from())));
  }

  /** What was sent instead is not repeated: it may be anything. */
  private static ProblemException malformed(String field, String rule) {
    return new ProblemException(
        Problem.of(
            400,
            "malformed",
            "Malformed request",
            "Parameter " + field + " " + rule + ".",
            new FieldError(field, null, rule)));
  }
}
