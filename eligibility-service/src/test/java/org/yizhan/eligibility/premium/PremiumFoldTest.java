package org.yizhan.eligibility.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.Coverage.Enrolment;
import org.yizhan.contracts.eligibility.Coverage.Mark;

class PremiumFoldTest {

  private static final String HEYUAN = "441602";
  private static final String PERSON = "P0123456789ABCDEF";

  private final PremiumFold fold = new PremiumFold(PremiumLaw.load("parameters", Optional.empty()));

  @DisplayName(
      "H14, H15: owed from the day on which both hold, due in the month in which both are done")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          case                                     | enrolled   | until      | marked     | until      | known      | from       | due
          all year                                 | 2019-01-01 | -          | 2019-01-01 | -          | 2019-01-01 | 2019-01-01 | 2019-01-31
          marked in mid-year                       | 2019-01-01 | -          | 2019-07-01 | -          | 2019-07-03 | 2019-07-01 | 2019-07-31
          # H14, green channel: the mark comes first
          enrolled in mid-year                     | 2019-07-15 | -          | 2019-01-01 | -          | 2019-07-15 | 2019-07-15 | 2019-07-31
          known on the last day of the month       | 2019-01-01 | -          | 2019-07-01 | -          | 2019-07-31 | 2019-07-01 | 2019-07-31
          known on the first day of the next       | 2019-01-01 | -          | 2019-07-01 | -          | 2019-08-01 | 2019-07-01 | 2019-08-31
          due at the end of a February             | 2020-01-01 | -          | 2020-02-01 | -          | 2020-02-03 | 2020-02-01 | 2020-02-29
          known before it begins                   | 2019-01-01 | -          | 2019-09-01 | -          | 2019-07-03 | 2019-09-01 | 2019-09-30
          known late in the year                   | 2019-01-01 | -          | 2019-07-01 | -          | 2019-12-31 | 2019-07-01 | 2019-12-31
          known in the next year, still holds      | 2019-01-01 | -          | 2019-07-01 | -          | 2020-01-01 | 2020-01-01 | 2020-01-31
          known in the next year, ended before     | 2019-01-01 | -          | 2019-07-01 | 2019-12-31 | 2020-01-01 | -          | -
          ended on its first day of the year       | 2019-01-01 | -          | 2019-07-01 | 2020-01-01 | 2020-03-01 | 2020-01-01 | 2020-03-31
          ended before it was known, in the year   | 2019-01-01 | -          | 2019-07-01 | 2019-08-01 | 2019-09-01 | 2019-07-01 | 2019-09-30
          enrolment ended the day before the mark  | 2019-01-01 | 2019-06-30 | 2019-07-01 | -          | 2019-07-01 | -          | -
          enrolment ended on the day of the mark   | 2019-01-01 | 2019-07-01 | 2019-07-01 | -          | 2019-07-01 | 2019-07-01 | 2019-07-31
          mark ended the day before the enrolment  | 2019-07-01 | -          | 2019-01-01 | 2019-06-30 | 2019-07-01 | -          | -
          enrolled for the next year only          | 2020-01-01 | -          | 2019-07-01 | -          | 2019-11-20 | -          | -
          before the city pays                     | 2018-01-01 | -          | 2018-01-01 | -          | 2018-07-01 | -          | -
          """)
  void owes(
      String name,
      LocalDate enrolled,
      LocalDate enrolledUntil,
      LocalDate marked,
      LocalDate markedUntil,
      LocalDate known,
      LocalDate from,
      LocalDate due) {
    var coverage =
        coverage(
            List.of(enrolment(Scheme.RESIDENT, HEYUAN, enrolled, enrolledUntil)),
            List.of(mark("DIBAO", HEYUAN, "civil-affairs", marked, markedUntil)));
    var owed = fold.obligations(coverage, known);
    if (from == null) {
      assertThat(owed).isEmpty();
    } else {
      assertThat(owed).hasSize(1);
      assertThat(owed.getFirst().from()).isEqualTo(from);
      assertThat(owed.getFirst().dueOn()).isEqualTo(due);
      assertThat(owed.getFirst().year()).isEqualTo(known.getYear());
      assertThat(owed.getFirst().subsidy().amount()).hasToString("220.00");
      assertThat(owed.getFirst().subsidy().status()).isEqualTo("illustrative");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DIBAO",
        "TEKUN",
        "ORPHAN",
        "REGISTERED_POOR",
        "LOW_INCOME_ELDERLY",
        "LOW_INCOME_MINOR",
        "LOW_INCOME_DISABLED",
        "LOW_INCOME_SERIOUSLY_ILL"
      })
  @DisplayName("H3, H15: Heyuan pays for each of the eight categories")
  void paysForTheEightCategories(String category) {
    assertThat(obligations(Scheme.RESIDENT, HEYUAN, category, HEYUAN)).hasSize(1);
  }

  @ParameterizedTest(name = "{0} in {1}, {2} by {3}")
  @CsvSource({
    "EMPLOYEE, 441602, DIBAO,    441602", // residents only
    "RESIDENT, 441602, DIBIAN,   441602", // not a category of Heyuan
    "RESIDENT, 441602, DIBAO,    330302", // a mark counts in its own city
    "RESIDENT, 330302, DIBAO,    441602",
    "RESIDENT, 330302, DIBAO,    330302", // no parameter names Wenzhou
  })
  @DisplayName("H15: nothing is owed where the parameter does not say so")
  void owesNothing(Scheme scheme, String county, String category, String markedBy) {
    assertThat(obligations(scheme, county, category, markedBy)).isEmpty();
  }

  @Test
  @DisplayName(
      "H15: two agencies and three marks are one obligation, whatever the order of the marks")
  void isOwedOncePerPersonAndYear() {
    var start = LocalDate.parse("2019-07-01");
    var marks =
        new ArrayList<>(
            List.of(
                mark("REGISTERED_POOR", "441625", "poverty-relief", start, null),
                mark("DIBAO", HEYUAN, "civil-affairs", start, null),
                mark("TEKUN", HEYUAN, "civil-affairs", start.plusDays(1), null)));
    var enrolments =
        List.of(enrolment(Scheme.RESIDENT, HEYUAN, LocalDate.parse("2019-01-01"), null));
    var owed = fold.obligations(coverage(enrolments, marks), start);
    assertThat(owed).hasSize(1);
    assertThat(owed.getFirst().agency()).isEqualTo("civil-affairs");
    assertThat(owed.getFirst().category()).isEqualTo("DIBAO");
    Collections.reverse(marks);
    assertThat(fold.obligations(coverage(enrolments, marks), start)).isEqualTo(owed);
  }

  @Test
  @DisplayName("H15: the id is one per person, city and year, not per mark or county")
  void hasAnIdOfPersonCityAndYear() {
    var one = obligations(Scheme.RESIDENT, HEYUAN, "DIBAO", HEYUAN).getFirst();
    var other = obligations(Scheme.RESIDENT, "441625", "TEKUN", "441625").getFirst();
    assertThat(other.id()).isEqualTo(one.id());
    assertThat(one.id()).isNotEqualTo(PremiumObligation.idOf(PERSON, "441600", 2020));
    assertThat(one.id()).isNotEqualTo(PremiumObligation.idOf(PERSON, "330300", 2019));
    assertThat(one.id()).isNotEqualTo(PremiumObligation.idOf("P2", "441600", 2019));
  }

  private List<PremiumObligation> obligations(
      Scheme scheme, String county, String category, String markedBy) {
    var start = LocalDate.parse("2019-07-01");
    return fold.obligations(
        coverage(
            List.of(enrolment(scheme, county, start, null)),
            List.of(mark(category, markedBy, "civil-affairs", start, null))),
        start);
  }

  private static Coverage coverage(List<Enrolment> enrolments, List<Mark> marks) {
    return new Coverage(PERSON, "441600********0014", null, null, 1, enrolments, marks, List.of());
  }

  private static Enrolment enrolment(Scheme scheme, String county, LocalDate from, LocalDate to) {
    return new Enrolment(scheme, null, from, to, county.substring(0, 4) + "00", county);
  }

  private static Mark mark(
      String category, String county, String agency, LocalDate from, LocalDate to) {
    var recordedAt = OffsetDateTime.parse("2019-01-01T08:00:00+08:00");
    return new Mark(category, county, agency, from, to, "basis", recordedAt, null);
  }
}
