package org.yizhan.settlement.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Filing;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.settlement.coverage.CoverageOnStay.Days;

class CoverageOnStayTest {

  private static final Days DAYS = new Days(day("2019-11-01"), day("2019-11-15"));
  private static final Enrolment RESIDENT =
      new Enrolment(Scheme.RESIDENT, null, day("2019-03-01"), null, "441600", "441602");

  @DisplayName("H2: where the stay was, by hospital division and filing destination")
  @ParameterizedTest(name = "{0} filed for {1}: {2}")
  @CsvSource({
    "441602, '',           IN_CITY",
    "441625, 440100,       IN_CITY",
    "440103, '',           UNFILED",
    "440103, 440103,       FILED",
    "440103, 440104,       UNFILED",
    "440103, 440100,       FILED",
    "440103, 440000,       FILED",
    "440103, 441000,       UNFILED",
    "440103, 450000,       UNFILED",
    "440103, H44010300001, FILED",
    "440103, H44010300002, UNFILED",
    "330302, 440000,       UNFILED",
    "330302, 330000,       FILED",
  })
  void place(String division, String destination, Place place) {
    var filings =
        destination.isEmpty()
            ? List.<Filing>of()
            : List.of(filing("2019-01-01", null, destination));
    var coverage = coverage(List.of(), filings);
    var hospital = new HospitalOnStay("H" + division + "00001", 3, division);
    assertThat(CoverageOnStay.of(coverage, RESIDENT, hospital, DAYS).place()).isEqualTo(place);
  }

  @DisplayName("H2: the filing must be valid on the admission date, both ends inclusive")
  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "2019-11-01, 2019-11-01, FILED",
    "2019-11-02, 2019-12-31, UNFILED",
    "2019-01-01, 2019-10-31, UNFILED",
  })
  void filingOnAdmission(String from, String to, Place place) {
    var coverage = coverage(List.of(), List.of(filing(from, to, "440100")));
    var hospital = new HospitalOnStay("H44010300001", 3, "440103");
    assertThat(CoverageOnStay.of(coverage, RESIDENT, hospital, DAYS).place()).isEqualTo(place);
  }

  @DisplayName(
      "marks count on the discharge date, both ends inclusive, and only in their county's city")
  @ParameterizedTest(name = "{0}: {1} to {2}, {3}")
  @CsvSource({
    "441602, 2019-11-15, '',         true",
    "441602, 2019-11-16, '',         false",
    "441602, 2019-01-01, 2019-11-15, true",
    "441602, 2019-01-01, 2019-11-14, false",
    "441625, 2019-01-01, '',         true",
    "330302, 2019-01-01, '',         false",
  })
  void marksOnDischarge(String county, String from, String to, boolean counts) {
    var mark = mark("DIBAO", county, from, to.isEmpty() ? null : day(to));
    var marks =
        CoverageOnStay.marksOn(coverage(List.of(mark), List.of()), RESIDENT, DAYS.discharge());
    assertThat(marks).hasSize(counts ? 1 : 0);
  }

  @Test
  @DisplayName("H14: a mark counts from the day on which both mark and enrolment are there")
  void laterOfMarkAndEnrolment() {
    var early = coverage(List.of(mark("DIBAO", "441602", "2019-01-01", null)), List.of());
    var late = coverage(List.of(mark("DIBAO", "441602", "2019-07-01", null)), List.of());
    assertThat(CoverageOnStay.marksOn(early, RESIDENT, DAYS.discharge()).getFirst().since())
        .isEqualTo("2019-03-01");
    assertThat(CoverageOnStay.marksOn(late, RESIDENT, DAYS.discharge()).getFirst().since())
        .isEqualTo("2019-07-01");
    assertThat(CoverageOnStay.marksOn(early, RESIDENT, day("2019-02-28"))).isEmpty();
    assertThat(CoverageOnStay.marksOn(early, RESIDENT, day("2019-03-01"))).hasSize(1);
  }

  @Test
  void aResidentHasNoEmploymentWhateverTheEnrolmentSays() {
    var odd =
        new Enrolment(
            Scheme.RESIDENT, EmploymentStatus.RETIRED, day("2019-03-01"), null, "441600", "441602");
    var hospital = new HospitalOnStay("H44160200001", 3, "441602");
    var coverage = CoverageOnStay.of(coverage(List.of(), List.of()), odd, hospital, DAYS);
    assertThat(coverage.employment()).isNull();
  }

  @Test
  void aNewEnrolmentEndsThePreviousOneTheDayBefore() {
    var employee =
        new Enrolment(
            Scheme.EMPLOYEE,
            EmploymentStatus.ACTIVE,
            day("2019-09-01"),
            day("2019-09-30"),
            "441600",
            "441602");
    var coverage =
        new Coverage(
            "P1", "masked", null, null, 3, List.of(RESIDENT, employee), List.of(), List.of());
    assertThat(CoverageOnStay.enrolmentOn(coverage, day("2019-08-31"))).contains(RESIDENT);
    assertThat(CoverageOnStay.enrolmentOn(coverage, day("2019-09-01"))).contains(employee);
    assertThat(CoverageOnStay.enrolmentOn(coverage, day("2019-10-01"))).isEmpty();
    assertThat(CoverageOnStay.enrolmentOn(coverage, day("2019-02-28"))).isEmpty();
  }

  @Test
  void theHospitalIsThatOfTheAdmissionDate() {
    var hospital =
        new Hospital(
            "H44160200001",
            List.of(
                new Hospital.Designation(day("2019-01-01"), null, 2, "441602"),
                new Hospital.Designation(day("2019-11-02"), day("2019-12-31"), 3, "441625")));
    assertThat(hospital.on(day("2018-12-31"))).isEmpty();
    assertThat(hospital.on(day("2019-11-01")))
        .contains(new HospitalOnStay("H44160200001", 2, "441602"));
    assertThat(hospital.on(day("2019-11-02")))
        .contains(new HospitalOnStay("H44160200001", 3, "441625"));
    assertThat(hospital.on(day("2019-12-31"))).isPresent();
    assertThat(hospital.on(day("2020-01-01"))).isEmpty();
  }

  private static Coverage coverage(List<Mark> marks, List<Filing> filings) {
    return new Coverage("P1", "masked", "441600", "441602", 3, List.of(RESIDENT), marks, filings);
  }

  private static Mark mark(String category, String county, String from, LocalDate to) {
    return new Mark(
        category,
        county,
        "civil-affairs",
        day(from),
        to,
        null,
        OffsetDateTime.parse("2019-01-01T00:00:00Z"),
        null);
  }

  private static Filing filing(String from, String to, String destination) {
    return new Filing(day(from), to == null ? null : day(to), destination);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
