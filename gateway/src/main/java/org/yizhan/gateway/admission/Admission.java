package org.yizhan.gateway.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yizhan.gateway.form.Person;

/**
 * A well-formed admission (H9).
 *
 * @param hospitalCode H, six digits of the division, five digits
 * @param document what the ID number was read from; null when the hospital named the person by
 *     number
 * @param name as it stands on the document, if the hospital wants it compared
 */
public record Admission(
    String hospitalCode,
    LocalDate admissionDate,
    @Nullable Document document,
    Person person,
    @Nullable String name) {

  /** The record's own text would hold the name. */
  @Override
  public String toString() {
    return "Admission[%s, %s, %s]".formatted(hospitalCode, admissionDate, person);
  }
}
