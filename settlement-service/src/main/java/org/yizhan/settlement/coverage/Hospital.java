package org.yizhan.settlement.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hospital by its designations over time.
 *
 * @param code for example {@code H44160200001}
 */
public record Hospital(String code, List<Designation> designations) {

  public Hospital {
    designations = List.copyOf(designations);
  }

  /** The hospital as of a day (that of admission); empty when it was not designated then. */
  public Optional<HospitalOnStay> on(LocalDate day) {
    return designations.stream()
        .filter(designation -> !designation.from().isAfter(day))
        .max(Comparator.comparing(Designation::from)) // a later designation ends the one before
        .filter(designation -> designation.to() == null || !day.isAfter(designation.to()))
        .map(designation -> new HospitalOnStay(code, designation.level(), designation.division()));
  }

  /**
   * From {@code from} to {@code to}, both inclusive, the hospital is designated at this level and
   * in this division.
   *
   * @param level 1 to 3
   */
  public record Designation(LocalDate from, @Nullable LocalDate to, int level, String division) {}
}
