package org.yizhan.eligibility.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.roster.RosterEvent.Kind;

/** What was known when: the fold over the first reports only, on both sides of each arrival. */
class KnownTimeTest {

  private final Reports say = new Reports("P1");

  @ParameterizedTest(name = "{0}")
  @DisplayName("H11, H13: a mark ends, revives and is corrected; each state stays readable")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          case                                 | said                                                | known | intervals
          before anything was said             | JOINED 2019-07-01, LEFT 2019-10-01                  | 0     | ''
          joined                               | JOINED 2019-07-01, LEFT 2019-10-01                  | 1     | 2019-07-01..
          left                                 | JOINED 2019-07-01, LEFT 2019-10-01                  | 2     | 2019-07-01..2019-09-30
          between leaving and joining again    | JOINED 2019-07-01, LEFT 2019-10-01, JOINED 2020-01-01  | 2  | 2019-07-01..2019-09-30
          joined again: two intervals          | JOINED 2019-07-01, LEFT 2019-10-01, JOINED 2020-01-01  | 3  | 2019-07-01..2019-09-30 2020-01-01..
          between leaving and a change         | JOINED 2019-07-01, LEFT 2019-10-01, CHANGED 2020-01-01 | 2  | 2019-07-01..2019-09-30
          a change after the leaving revives   | JOINED 2019-07-01, LEFT 2019-10-01, CHANGED 2020-01-01 | 3  | 2019-07-01..2019-09-30 2020-01-01..
          a change on the leaving's day        | JOINED 2019-07-01, LEFT 2019-10-01, CHANGED 2019-10-01 | 3  | 2019-07-01..2019-09-30 2019-10-01..
          left twice ends once, at the earlier | JOINED 2019-07-01, LEFT 2019-10-01, LEFT 2019-09-01 | 3     | 2019-07-01..2019-08-31
          before the withdrawal was known      | JOINED 2019-07-01, LEFT 2019-07-01                  | 1     | 2019-07-01..
          withdrawn from its first day         | JOINED 2019-07-01, LEFT 2019-07-01                  | 2     | ''
          before the earlier start was known   | JOINED 2020-01-01, JOINED 2019-07-01                | 1     | 2020-01-01..
          an earlier start reported later      | JOINED 2020-01-01, JOINED 2019-07-01                | 2     | 2019-07-01..2019-12-31 2020-01-01..
          """)
  void marksAsKnown(String name, String said, int known, String intervals) {
    var person = told(said);
    var reports = person.changes();
    // the moment of an arrival is inclusive, and nothing changes until the next one
    var first =
        known == 0 ? arrival(reports.getFirst()).minusMillis(1) : arrival(reports.get(known - 1));
    assertThat(intervalsOf(person.asKnownAt(first))).isEqualTo(intervals);
    if (known < reports.size()) {
      var last = arrival(reports.get(known)).minusMillis(1);
      assertThat(intervalsOf(person.asKnownAt(last))).isEqualTo(intervals);
    }
    assertThat(person.asKnownAt(first).version()).isEqualTo(known);
  }

  @Test
  @DisplayName("H11: a report that overtook an earlier one on its way counts from its own time")
  void overtaken() {
    var early = say.enrolled("2019-01-01", null, "441602");
    var late = say.joined("DIBAO", "2019-07-01");
    var person = Person.unheardOf("P1").with(late, List.of()).with(early, List.of());
    var known = person.asKnownAt(early.origin().receivedAt().toInstant());
    assertThat(known.coverage().marks()).isEmpty();
    assertThat(known.coverage().enrolments()).hasSize(1);
    assertThat(known.version()).isEqualTo(2);
  }

  private Person told(String said) {
    var person = Person.unheardOf("P1");
    for (var report : said.split(", ")) {
      var words = report.split(" ");
      person = person.with(say.mark(Kind.valueOf(words[0]), "DIBAO", words[1], null), List.of());
    }
    return person;
  }

  private static Instant arrival(AppliedChange change) {
    return change.event().origin().receivedAt().toInstant();
  }

  private static String intervalsOf(Person person) {
    if (person.version() == 0) {
      return "";
    }
    return person.coverage().marks().stream()
        .map(
            one ->
                one.effectiveFrom() + ".." + (one.effectiveTo() == null ? "" : one.effectiveTo()))
        .collect(Collectors.joining(" "));
  }
}
