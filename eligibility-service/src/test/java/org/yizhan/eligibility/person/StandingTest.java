package org.yizhan.eligibility.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.roster.RosterEvent;

/** What counts on a day, on both sides of every date; the same answers as settlement's. */
class StandingTest {

  private final Reports say = new Reports("P1");

  @ParameterizedTest(name = "{0}")
  @DisplayName("H14: a mark counts while it is in force and once the person is enrolled")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          case                               | on         | enrolled | categories
          the day before the enrolment       | 2019-02-28 | false    | ''
          the first day of the enrolment     | 2019-03-01 | true     | DIBAO
          the day before the second mark     | 2019-06-30 | true     | DIBAO
          the second mark's first day        | 2019-07-01 | true     | DIBAO REGISTERED_POOR
          the last day of the first mark     | 2019-09-30 | true     | DIBAO REGISTERED_POOR
          LEFT is the first day without it   | 2019-10-01 | true     | REGISTERED_POOR
          the last day of the enrolment      | 2019-12-31 | true     | REGISTERED_POOR
          the day after the enrolment        | 2020-01-01 | false    | ''
          """)
  void countsOn(String name, String on, boolean enrolled, String categories) {
    var standing =
        standing(
            on,
            say.enrolled("2019-03-01", "2019-12-31", "441602"),
            say.joined("DIBAO", "2019-01-01"),
            say.left("DIBAO", "2019-10-01"),
            say.joined("REGISTERED_POOR", "2019-07-01"));
    assertThat(standing.enrolled() != null).isEqualTo(enrolled);
    assertThat(categoriesOf(standing)).isEqualTo(categories);
    assertThat(standing.eligibilityVersion()).isEqualTo(4);
  }

  @Test
  @DisplayName("H14: a mark counts only in the city of the county that confirmed it")
  void otherCity() {
    var before = say.enrolled("2019-01-01", null, "441602");
    var moved = say.enrolled("2020-01-01", null, "330302");
    var here = say.joined("DIBAO", "2019-01-01");
    var there = Reports.in("330303", say.joined("TEKUN", "2019-01-01"));
    assertThat(categoriesOf(standing("2019-12-31", before, moved, here, there))).isEqualTo("DIBAO");
    assertThat(categoriesOf(standing("2020-01-01", before, moved, here, there))).isEqualTo("TEKUN");
  }

  @Test
  @DisplayName("Marks stand in the order in which settlement reads them: since when they count")
  void ordered() {
    assertThat(
            categoriesOf(
                standing(
                    "2020-01-01",
                    say.enrolled("2019-03-01", null, "441602"),
                    // both count from the enrolment on, so the code decides
                    say.joined("TEKUN", "2018-01-01"),
                    say.joined("DIBAO", "2018-06-01"),
                    say.joined("REGISTERED_POOR", "2019-05-01"))))
        .isEqualTo("DIBAO TEKUN REGISTERED_POOR");
  }

  @Test
  @DisplayName("H11: of whom nothing was known, nothing counts")
  void nothingKnown() {
    assertThat(Standing.of(Person.unheardOf("P1"), LocalDate.parse("2019-01-01")))
        .isEqualTo(new Standing(0, null, List.of()));
  }

  private static Standing standing(String on, RosterEvent... events) {
    var person = Person.unheardOf("P1");
    for (var event : events) {
      person = person.with(event, List.of());
    }
    return Standing.of(person, LocalDate.parse(on));
  }

  private static String categoriesOf(Standing standing) {
    return standing.categories().stream().map(Mark::category).collect(Collectors.joining(" "));
  }
}
