package org.yizhan.suite.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is enrolled in one of the two cities.
 *
 * @param label names the person in record keys and change ids, where no citizen ID may stand
 * @param status for employees only
 */
public record Citizen(
    String label,
    String idNumber,
    String name,
    String city,
    String county,
    String scheme,
    @Nullable String status,
    List<Mark> marks,
    List<Filing> filings) {

  public Citizen {
    marks = List.copyOf(marks);
    filings = List.copyOf(filings);
  }

  /** A mark as its agency confirms it, for ever from a day on. */
  public record Mark(Category category, String from) {}

  /** An off-site filing (H2) from a day on. */
  public record Filing(String from, String destination) {}

  /** Somebody without marks or filings, a resident since 2019-01-01. */
  public static Citizen resident(String label, String idNumber, String name, String county) {
    return new Citizen(
        label,
        idNumber,
        name,
        county.substring(0, 4) + "00",
        county,
        "RESIDENT",
        null,
        List.of(),
        List.of());
  }

  /** The same person as an employee. */
  public Citizen employed(String employmentStatus) {
    return new Citizen(
        label, idNumber, name, city, county, "EMPLOYEE", employmentStatus, marks, filings);
  }

  public Citizen with(Mark... more) {
    return new Citizen(label, idNumber, name, city, county, scheme, status, List.of(more), filings);
  }

  public Citizen filed(Filing... more) {
    return new Citizen(label, idNumber, name, city, county, scheme, status, marks, List.of(more));
  }

  /** Without the ID and the name: what is printed must not tell them. */
  @Override
  public String toString() {
    return label;
  }
}
