package org.yizhan.settlement.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Filing;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.settlement.bill.Admission;
import org.yizhan.settlement.bill.StayFacts;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.coverage.MarkOnStay;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.payerchain.Laws;

/**
 * Residents enrolled since 2019-03-01, marked since 2019-01-01, a hospital of level 3 designated
 * since 2019-01-01.
 */
class AdmissionCheckTest {

  private static final String PERSON = "P0123456789ABCDEF";
  private static final LocalDate ENROLLED = day("2019-03-01");
  private static final LocalDate MARKED = day("2019-01-01");

  @DisplayName("H9, H8: who is one-stop, by mark, day, place, filing and off-site function")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          case                              | city   | mark         | admitted   | hospital | filed  | open  | place    | oneStop | reason
          in the city, marked               | 441600 | TEKUN        | 2019-11-01 | 441621   | -      | false | IN_CITY  | true    | Nothing will come from POVERTY: no entitling mark counts on the admission date.
          in the city, marked for all       | 441600 | REGISTERED_POOR | 2019-11-01 | 441621 | -     | false | IN_CITY  | true    | -
          in the city, unmarked             | 441600 | -            | 2019-11-01 | 441621   | -      | true  | IN_CITY  | false   | No identity mark counts on the admission date, 2019-11-01.
          a mark of Wenzhou's categories    | 441600 | MARTYR_FAMILY | 2019-11-01 | 441621  | -      | true  | IN_CITY  | false   | The mark MARTYR_FAMILY of county 441602 is of no category that a payer of city 441600 asks for.
          # H14, H1: the last day before enrolment, the first with it, the first of the chain
          the day before enrolment          | 441600 | TEKUN        | 2019-02-28 | 441621   | -      | true  | -        | false   | Person P0123456789ABCDEF had no basic insurance on 2019-02-28. Check the admission date, or ask the agency about the enrolment.
          the day before the chain starts   | 441600 | TEKUN        | 2019-06-30 | 441621   | -      | true  | IN_CITY  | false   | One-stop settlement in city 441600 starts with discharges on 2019-07-01.
          the first day of the chain        | 441600 | REGISTERED_POOR | 2019-07-01 | 441621 | -     | true  | IN_CITY  | true    | -
          # H2: filings
          off-site, filed for the city      | 441600 | REGISTERED_POOR | 2019-11-01 | 440103 | 440100 | true | FILED   | true    | -
          off-site, filed for the hospital  | 441600 | REGISTERED_POOR | 2019-11-01 | 440103 | H44010300001 | true | FILED | true | -
          off-site, filed elsewhere         | 441600 | REGISTERED_POOR | 2019-11-01 | 440103 | 440300 | true | UNFILED | false   | Nothing will come from POVERTY and ASSISTANCE: off-site stay without a filing valid on the admission date (H2).
          off-site, unfiled                 | 441600 | TEKUN        | 2019-11-01 | 440103   | -      | true  | UNFILED  | false   | Nothing will come from POVERTY and ASSISTANCE: off-site stay without a filing valid on the admission date (H2).
          # H2, H19: off-site begins on 2019-10-01 and once the function is open
          off-site, filed, a day too early  | 441600 | TEKUN        | 2019-09-30 | 440103   | 440100 | true  | FILED    | false   | Nothing will come from POVERTY and ASSISTANCE: this payer takes part in off-site stays only for discharges from 2019-10-01 on (H2).
          off-site, filed, on the first day | 441600 | REGISTERED_POOR | 2019-10-01 | 440103 | 440100 | true | FILED   | true    | -
          off-site, function closed         | 441600 | TEKUN        | 2019-11-01 | 440103   | 440100 | false | FILED    | false   | Nothing will come from POVERTY and ASSISTANCE: the off-site function of the city is not open (H19).
          # W1: Wenzhou's last payer, and no clause like H19
          special care                      | 330300 | MARTYR_FAMILY | 2019-11-01 | 330304  | -      | false | IN_CITY  | true    | Nothing will come from ASSISTANCE: no entitling mark counts on the admission date.
          special care, before the chain    | 330300 | MARTYR_FAMILY | 2019-10-30 | 330304  | -      | false | IN_CITY  | false   | One-stop settlement in city 330300 starts with discharges on 2019-10-31.
          special care, off-site and filed  | 330300 | MARTYR_FAMILY | 2019-11-01 | 440103  | 440000 | false | FILED    | true    | Nothing will come from ASSISTANCE: no entitling mark counts on the admission date.
          special care, off-site, unfiled   | 330300 | MARTYR_FAMILY | 2019-11-01 | 440103  | -      | false | UNFILED  | false   | Nothing will come from ASSISTANCE and SPECIAL_CARE: off-site stay without a filing valid on the admission date (by analogy with H2; nothing published was found).
          a city without law                | 440100 | DIBAO        | 2019-11-01 | 440103   | -      | true  | IN_CITY  | false   | Person P0123456789ABCDEF is enrolled in city 440100, whose rules are not known here. Have the bill settled by that city.
          """)
  void oneStop(
      String name,
      String city,
      String mark,
      LocalDate admitted,
      String hospital,
      String filed,
      boolean functionOpen,
      String place,
      boolean oneStop,
      String reason) {
    var county = city.substring(0, 4) + "02";
    var coverage =
        coverage(
            enrolment(city, Scheme.RESIDENT, null),
            mark.equals("-") ? List.of() : List.of(mark(mark, county, MARKED)),
            filed.equals("-") ? List.of() : List.of(new Filing(MARKED, null, filed)));

    var standing = standing(coverage, hospital, admitted, functionOpen ? Set.of(city) : Set.of());

    assertThat(standing.oneStop()).isEqualTo(oneStop);
    assertThat(standing.coverage() == null ? "-" : standing.coverage().place().name())
        .isEqualTo(place);
    if (reason.equals("-")) {
      assertThat(standing.reasons()).isEmpty();
    } else {
      assertThat(standing.reasons()).contains(reason);
    }
  }

  @Test
  @DisplayName(
      "H14: a mark that begins after the admission does not count yet, and its day is said")
  void aMarkLaterThanTheAdmission() {
    var later = resident(mark("DIBAO", "441602", day("2019-11-02")));

    var before = standing(later, "441621", day("2019-11-01"), Set.of());
    assertThat(before.oneStop()).isFalse();
    assertThat(before.categories()).isEmpty();
    assertThat(before.reasons())
        .containsExactly(
            "No identity mark counts on the admission date, 2019-11-01.",
            "The mark DIBAO of county 441602 counts for discharges from 2019-11-02 on.",
            "Nothing will come from POVERTY and ASSISTANCE: no entitling mark counts on the"
                + " admission date.");

    assertThat(standing(later, "441621", day("2019-11-02"), Set.of()).oneStop()).isTrue();
  }

  @Test
  @DisplayName("H9, H11, H14: the categories say who answers for each, and since when it counts")
  void categories() {
    var coverage =
        resident(
            mark("DIBAO", "441602", day("2019-08-01")),
            mark("TEKUN", "441625", MARKED),
            mark("ORPHAN", "330302", MARKED),
            ended("LOW_INCOME_MINOR", "2019-10-31"),
            ended("DIBAO", "2019-06-30"));

    var standing = standing(coverage, "441621", day("2019-11-01"), Set.of());

    assertThat(standing.categories())
        .containsExactly(
            new MarkOnStay("TEKUN", "441625", "civil-affairs", ENROLLED, null),
            new MarkOnStay("DIBAO", "441602", "civil-affairs", day("2019-08-01"), null));
    assertThat(standing.reasons())
        .containsExactly(
            "The mark ORPHAN of county 330302 counts only in that county's city; the person is"
                + " enrolled in city 441600.",
            "The mark LOW_INCOME_MINOR of county 441602 ended on 2019-10-31.",
            "Nothing will come from POVERTY: no entitling mark counts on the admission date.");
  }

  @DisplayName("H19: the function's state is told off-site only; open where no clause asks for it")
  @ParameterizedTest(name = "{0} at {1} on {2}, opened for {3}: {4}")
  @CsvSource({
    "441600, 441621, 2019-11-01, 441600, ",
    "441600, 440103, 2019-11-01, 441600, true",
    "441600, 440103, 2019-11-01, 330300, false",
    "441600, 440103, 2019-06-30, 441600, true",
    "330300, 440103, 2019-11-01, 441600, true",
    "330300, 440103, 2019-10-30, 441600, true",
  })
  void offSiteFunction(
      String city, String hospital, LocalDate admitted, String opened, Boolean told) {
    var coverage = coverage(enrolment(city, Scheme.RESIDENT, null), List.of(), List.of());
    assertThat(standing(coverage, hospital, admitted, Set.of(opened)).offSiteFunctionOpen())
        .isEqualTo(told);
  }

  @Test
  void anEmployeeWithoutAStatusIsToldWhatABillWouldBeRefusedFor() {
    var marks = List.of(mark("TEKUN", "441602", MARKED));
    var unclear = coverage(enrolment("441600", Scheme.EMPLOYEE, null), marks, List.of());
    var retired =
        coverage(enrolment("441600", Scheme.EMPLOYEE, EmploymentStatus.RETIRED), marks, List.of());

    var standing = standing(unclear, "441621", day("2019-11-01"), Set.of());
    assertThat(standing.oneStop()).isFalse();
    assertThat(standing.reasons()).singleElement().asString().contains("no status");
    assertThat(standing(retired, "441621", day("2019-11-01"), Set.of()).oneStop()).isTrue();
  }

  @Test
  @DisplayName("H2: a law that lacks a number promises nothing, and says which number it lacks")
  void aLawThatLacksAParameter(@TempDir Path overlay) throws IOException {
    var file = Files.createDirectory(overlay.resolve("441600")).resolve("off-site.yaml");
    Files.writeString(
        file,
        """
        payers-that-need-a-filing:
          description: Payers that need a filing
          unit: payers
          values:
            - { from: 2019-07-01, value: [POVERTY, ASSISTANCE], status: seed, reference: "H2" }
        """);
    var laws = Laws.of(LawUnits.FILES.load("parameters", Optional.of(overlay)));
    var facts =
        new StayFacts(
            resident(mark("TEKUN", "441602", MARKED)), hospital("441621"), Set.of("441600"));
    assertThat(standing(check(facts, "441621", day("2019-11-01"), laws)).oneStop()).isTrue();

    var filing = List.of(new Filing(MARKED, null, "440100"));
    var marks = List.of(mark("TEKUN", "441602", MARKED));
    var filed = coverage(enrolment("441600", Scheme.RESIDENT, null), marks, filing);
    var offSite = new StayFacts(filed, hospital("440103"), Set.of("441600"));
    var standing = standing(check(offSite, "440103", day("2019-11-01"), laws));
    assertThat(standing.oneStop()).isFalse();
    assertThat(standing.reasons())
        .singleElement()
        .asString()
        .contains("441600/off-site/filed-stays-from", "2019-11-01");
  }

  @Test
  void aPersonWhoWasNeverEnrolledIsAnsweredWithoutPlace() {
    var coverage =
        new Coverage(
            PERSON,
            "441600********0014",
            null,
            null,
            1,
            List.of(),
            List.of(mark("TEKUN", "441602", MARKED)),
            List.of());
    var standing = standing(coverage, "441621", day("2019-11-01"), Set.of());
    assertThat(standing.coverage()).isNull();
    assertThat(standing.oneStop()).isFalse();
  }

  @Test
  @DisplayName("wire: an unknown hospital is 404, one that was not designated then breaks a rule")
  void hospitals() {
    var coverage = resident(mark("TEKUN", "441602", MARKED));
    var unknown = new StayFacts(coverage, null, Set.of());
    assertThat(refusal(unknown, day("2019-11-01")).code()).isEqualTo("unknown-hospital");
    assertThat(refusal(unknown, day("2019-11-01")).status()).isEqualTo(404);

    var known = new StayFacts(coverage, hospital("441621"), Set.of());
    var early = refusal(known, day("2018-12-31"));
    assertThat(early.code()).isEqualTo("hospital-not-designated");
    assertThat(early.status()).isEqualTo(422);
  }

  private static Problem refusal(StayFacts facts, LocalDate admitted) {
    return switch (check(facts, "441621", admitted, LAWS)) {
      case AdmissionCheck.Refused(var problem) -> problem;
      case AdmissionCheck.Checked(var standing) -> throw new AssertionError(standing);
    };
  }

  private static Standing standing(
      Coverage coverage, String division, LocalDate admitted, Set<String> open) {
    var facts = new StayFacts(coverage, hospital(division), open);
    return standing(check(facts, division, admitted, LAWS));
  }

  private static Standing standing(AdmissionCheck check) {
    return switch (check) {
      case AdmissionCheck.Checked(var standing) -> standing;
      case AdmissionCheck.Refused(var problem) -> throw new AssertionError(problem.detail());
    };
  }

  private static AdmissionCheck check(
      StayFacts facts, String division, LocalDate admitted, Laws laws) {
    return AdmissionCheck.of(Admission.of(PERSON, "H" + division + "00001", admitted, facts, laws));
  }

  private static Hospital hospital(String division) {
    return new Hospital(
        "H" + division + "00001",
        List.of(new Hospital.Designation(day("2019-01-01"), null, 3, division)));
  }

  private static Coverage resident(Mark... marks) {
    return coverage(enrolment("441600", Scheme.RESIDENT, null), List.of(marks), List.of());
  }

  private static Coverage coverage(Enrolment enrolment, List<Mark> marks, List<Filing> filings) {
    return new Coverage(
        PERSON,
        "441600********0014",
        enrolment.city(),
        enrolment.county(),
        7,
        List.of(enrolment),
        marks,
        filings);
  }

  private static Enrolment enrolment(String city, Scheme scheme, EmploymentStatus status) {
    return new Enrolment(scheme, status, ENROLLED, null, city, city.substring(0, 4) + "02");
  }

  private static Mark mark(String category, String county, LocalDate from) {
    return mark(category, county, from, null);
  }

  private static Mark ended(String category, String to) {
    return mark(category, "441602", MARKED, day(to));
  }

  private static Mark mark(String category, String county, LocalDate from, LocalDate to) {
    var recorded = OffsetDateTime.parse("2019-01-01T00:00:00Z");
    return new Mark(category, county, "civil-affairs", from, to, null, recorded, null);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
