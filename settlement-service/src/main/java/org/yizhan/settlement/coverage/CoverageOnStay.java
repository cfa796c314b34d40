package org.yizhan.settlement.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Filing;
import org.yizhan.contracts.eligibility.Coverage.Mark;

/**
 * What of a person's coverage counts for one stay: enrolment and filing as of the admission date,
 * marks as of the discharge date. Kept with the claim, so that a replay never asks what another
 * topic says today.
 *
 * @param city of the enrolment, four digits and {@code 00}
 * @param employment stated for employees only
 * @param marks in one fixed order, only those confirmed by a county of the city
 * @param filing the destination of the filing that makes an off-site stay FILED
 * @param eligibilityVersion the version of the coverage that was read
 */
public record CoverageOnStay(
    String personNumber,
    String maskedId,
    String city,
    String county,
    Scheme scheme,
    @Nullable EmploymentStatus employment,
    LocalDate enrolledFrom,
    List<MarkOnStay> marks,
    Place place,
    @Nullable String filing,
    long eligibilityVersion) {

  public CoverageOnStay {
    marks = List.copyOf(marks);
  }

  /**
   * The enrolment that decides about a stay; a new enrolment ends the previous one the day before.
   */
  public static Optional<Enrolment> enrolmentOn(Coverage coverage, LocalDate admissionDate) {
    return coverage.enrolments().stream()
        .filter(enrolment -> !enrolment.from().isAfter(admissionDate))
        .max(Comparator.comparing(Enrolment::from))
        .filter(enrolment -> enrolment.isInForceOn(admissionDate));
  }

  /** The same facts as another version of the coverage tells them. */
  public CoverageOnStay asOfVersion(long version) {
    return new CoverageOnStay(
        personNumber,
        maskedId,
        city,
        county,
        scheme,
        employment,
        enrolledFrom,
        marks,
        place,
        filing,
        version);
  }

  /** The two days that decide. */
  public record Days(LocalDate admission, LocalDate discharge) {}

  /**
   * @param enrolment the one of the admission date, from {@link #enrolmentOn}
   */
  public static CoverageOnStay of(
      Coverage coverage, Enrolment enrolment, HospitalOnStay hospital, Days days) {
    boolean inCity = Division.inOneCity(hospital.division(), enrolment.city());
    var filing =
        inCity ? Optional.<Filing>empty() : filingFor(coverage, hospital, days.admission());
    return new CoverageOnStay(
        coverage.personNumber(),
        coverage.maskedId(),
        enrolment.city(),
        enrolment.county(),
        enrolment.scheme(),
        enrolment.scheme() == Scheme.EMPLOYEE ? enrolment.status() : null,
        enrolment.from(),
        marksOn(coverage, enrolment, days.discharge()),
        inCity ? Place.IN_CITY : filing.isPresent() ? Place.FILED : Place.UNFILED,
        filing.map(Filing::destination).orElse(null),
        coverage.eligibilityVersion());
  }

  /**
   * H14: a mark counts once the enrolment has begun as well; and only where {@link
   * #confirmedInCity}.
   */
  public static List<MarkOnStay> marksOn(Coverage coverage, Enrolment enrolment, LocalDate day) {
    return coverage.marks().stream()
        .filter(mark -> mark.isInForceOn(day) && !enrolment.from().isAfter(day))
        .filter(mark -> confirmedInCity(mark, enrolment))
        .map((Mark mark) -> MarkOnStay.of(mark, enrolment.from()))
        .sorted(MarkOnStay.ORDER)
        .toList();
  }

  /** A mark counts only in the city of the county that confirmed it. */
  public static boolean confirmedInCity(Mark mark, Enrolment enrolment) {
    return Division.inOneCity(mark.county(), enrolment.city());
  }

  private static Optional<Filing> filingFor(
      Coverage coverage, HospitalOnStay hospital, LocalDate admissionDate) {
    return coverage.filings().stream()
        .filter(filing -> filing.isInForceOn(admissionDate))
        .filter(filing -> isFor(filing.destination(), hospital))
        .findFirst();
  }

  private static boolean isFor(String destination, HospitalOnStay hospital) {
    boolean isHospital = destination.startsWith("H");
    return isHospital
        ? destination.equals(hospital.code())
        : Division.covers(destination, hospital.division());
  }
}
