package org.yizhan.eligibility.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.Kind;

/** The fold: intervals as text, {@code from..to county}, an open end as {@code ..}. */
class PersonTest {

  private final Reports say = new Reports("P1");

  @Test
  @DisplayName("H14: a new enrolment ends the previous one the day before")
  void newEnrolmentEndsThePreviousOne() {
    assertThat(
            enrolments(
                say.enrolled("2019-01-01", null, "441602"),
                say.enrolled("2020-07-01", null, "330302")))
        .isEqualTo("2019-01-01..2020-06-30 441602, 2020-07-01.. 330302");
  }

  @Test
  @DisplayName("H14: an enrolment reported late takes its place before the later ones")
  void earlierEnrolmentReportedLater() {
    assertThat(
            enrolments(
                say.enrolled("2020-07-01", null, "330302"),
                say.enrolled("2019-01-01", null, "441602")))
        .isEqualTo("2019-01-01..2020-06-30 441602, 2020-07-01.. 330302");
  }

  @Test
  void anEnrolmentThatEndedBeforeTheNextLeavesAGap() {
    assertThat(
            enrolments(
                say.enrolled("2019-01-01", "2019-12-31", "441602"),
                say.enrolled("2020-07-01", "2020-12-31", "441602")))
        .isEqualTo("2019-01-01..2019-12-31 441602, 2020-07-01..2020-12-31 441602");
  }

  @Test
  void theSameFromAgainReplaces() {
    assertThat(
            enrolments(
                say.enrolled("2019-01-01", null, "441602"),
                say.enrolled("2019-01-01", "2019-06-30", "441621")))
        .isEqualTo("2019-01-01..2019-06-30 441621");
  }

  @Test
  void cityAndCountyAreThoseOfTheLatestEnrolment() {
    var coverage =
        coverage(
            say.enrolled("2020-07-01", null, "330302"), say.enrolled("2019-01-01", null, "441602"));
    assertThat(coverage.city()).isEqualTo("330300");
    assertThat(coverage.county()).isEqualTo("330302");
  }

  @Test
  void anEmployeesStatusIsKept() {
    var coverage =
        coverage(
            say.employed(EmploymentStatus.ACTIVE, "2019-01-01"),
            say.employed(EmploymentStatus.RETIRED, "2020-01-01"));
    assertThat(coverage.enrolments())
        .extracting(Coverage.Enrolment::status)
        .containsExactly(EmploymentStatus.ACTIVE, EmploymentStatus.RETIRED);
  }

  @Test
  @DisplayName("H14: a mark before any enrolment is kept; the coverage has no city yet")
  void markBeforeEnrolment() {
    var coverage = coverage(say.joined("DIBAO", "2019-07-01"));
    assertThat(coverage.city()).isNull();
    assertThat(coverage.enrolments()).isEmpty();
    assertThat(coverage.marks()).hasSize(1);
  }

  @Test
  @DisplayName("H12: LEFT.effectiveFrom is the first day without the mark")
  void leaving() {
    assertThat(marks(say.joined("DIBAO", "2019-07-01"), say.left("DIBAO", "2020-01-01")))
        .isEqualTo("2019-07-01..2019-12-31 441602");
  }

  @Test
  void leavingOnTheFirstDayWithdrawsTheMark() {
    assertThat(marks(say.joined("DIBAO", "2019-07-01"), say.left("DIBAO", "2019-07-01"))).isEmpty();
  }

  @Test
  void leavingAfterAStatedEndLengthensNothing() {
    assertThat(
            marks(
                say.mark(Kind.JOINED, "DIBAO", "2019-07-01", "2019-09-30"),
                say.left("DIBAO", "2020-01-01")))
        .isEqualTo("2019-07-01..2019-09-30 441602");
  }

  @Test
  void aLaterJoinRevives() {
    assertThat(
            marks(
                say.joined("DIBAO", "2019-07-01"),
                say.left("DIBAO", "2019-10-01"),
                say.joined("DIBAO", "2020-01-01")))
        .isEqualTo("2019-07-01..2019-09-30 441602, 2020-01-01.. 441602");
    assertThat(
            marks(
                say.joined("DIBAO", "2019-07-01"),
                say.left("DIBAO", "2019-10-01"),
                say.joined("DIBAO", "2019-10-01")))
        .isEqualTo("2019-07-01..2019-09-30 441602, 2019-10-01.. 441602");
  }

  @Test
  @DisplayName("W2: a change from the same day replaces, from a later day starts a new stretch")
  void changing() {
    var coverage =
        coverage(
            say.joined("DIBAO", "2019-07-01"),
            Reports.standard("50", say.changed("DIBAO", "2019-07-01")),
            Reports.standard("60", say.changed("DIBAO", "2019-10-01")));
    assertThat(text(coverage.marks()))
        .isEqualTo("2019-07-01..2019-09-30 441602, 2019-10-01.. 441602");
    assertThat(coverage.marks())
        .extracting(mark -> mark.standardPercent().toString())
        .containsExactly("50", "60");
  }

  @Test
  void aChangeReportedAfterTheLeavingDoesNotUndoIt() {
    assertThat(
            marks(
                say.joined("DIBAO", "2019-07-01"),
                say.left("DIBAO", "2020-01-01"),
                say.changed("DIBAO", "2019-10-01")))
        .isEqualTo("2019-07-01..2019-09-30 441602, 2019-10-01..2019-12-31 441602");
  }

  @Test
  void aMarkMovesWithItsHolderAndTheOldCountysLeaveEndsNothing() {
    assertThat(
            marks(
                say.joined("DIBAO", "2019-07-01"),
                Reports.in("441621", say.joined("DIBAO", "2020-01-01")),
                say.left("DIBAO", "2020-01-01")))
        .isEqualTo("2019-07-01..2019-12-31 441602, 2020-01-01.. 441621");
  }

  @Test
  void citiesDoNotEndEachOthersMarks() {
    assertThat(
            marks(
                say.joined("DIBAO", "2019-07-01"),
                Reports.in("330302", say.joined("DIBAO", "2020-01-01"))))
        .isEqualTo("2019-07-01.. 441602, 2020-01-01.. 330302");
  }

  @Test
  @DisplayName(
      "H11, H12: agencies that contradict each other stand side by side, each with its name and"
          + " basis")
  void contradictionsAreKept() {
    var coverage =
        coverage(
            say.joined("DIBAO", "2019-07-01"),
            Reports.by("poverty-relief", say.left("DIBAO", "2019-10-01")),
            Reports.by("poverty-relief", Reports.in("441621", say.joined("DIBAO", "2019-11-01"))));
    assertThat(coverage.marks())
        .extracting(mark -> mark.agency() + " " + mark.county() + " " + mark.basis())
        .containsExactly("civil-affairs 441602 basis 1", "poverty-relief 441621 basis 3");
    assertThat(coverage.marks()).allSatisfy(mark -> assertThat(mark.effectiveTo()).isNull());
  }

  @Test
  @DisplayName("H11: a mark keeps since when it is known")
  void recordedAt() {
    var coverage = coverage(say.joined("DIBAO", "2019-07-01"), say.left("DIBAO", "2020-01-01"));
    assertThat(coverage.marks().getFirst().recordedAt()).hasToString("2020-01-01T08:00+08:00");
  }

  @Test
  @DisplayName(
      "H2: filings for several destinations stand side by side, the same one again replaces")
  void filings() {
    var coverage =
        coverage(
            say.filed("2019-10-01", null, "440100"),
            say.filed("2019-11-01", null, "H44030000001"),
            say.filed("2019-10-01", "2019-12-31", "440100"));
    assertThat(coverage.filings())
        .extracting(filing -> filing.destination() + ".." + filing.to())
        .containsExactly("440100..2019-12-31", "H44030000001..null");
  }

  @Test
  @DisplayName("H14, W4: whatever the order of arrival, the coverage is the same")
  void orderOfArrivalDoesNotMatter() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var events = randomReports(random);
      var expected = withoutVersion(coverage(events.toArray(RosterEvent[]::new)));
      for (int i = 0; i < 5; i++) {
        Collections.shuffle(events, random);
        assertThat(withoutVersion(coverage(events.toArray(RosterEvent[]::new))))
            .as("seed " + seed)
            .isEqualTo(expected);
      }
      requireNoOverlap(expected, seed);
    }
  }

  private static List<RosterEvent> randomReports(Random random) {
    var say = new Reports("P1");
    var events = new ArrayList<RosterEvent>();
    for (int i = 0; i < 12; i++) {
      var from = "2019-%02d-01".formatted(1 + random.nextInt(12));
      var to = random.nextInt(4) == 0 ? "2019-12-15" : null;
      var county = List.of("441602", "441621", "330302").get(random.nextInt(3));
      var category = random.nextBoolean() ? "DIBAO" : "REGISTERED_POOR";
      events.add(
          switch (random.nextInt(5)) {
            case 0 -> say.enrolled(from, to, county);
            case 1 -> say.filed(from, to, random.nextBoolean() ? "440100" : "440300");
            default ->
                Reports.in(county, say.mark(Kind.values()[random.nextInt(3)], category, from, to));
          });
    }
    return events;
  }

  private static void requireNoOverlap(Coverage coverage, long seed) {
    for (int i = 1; i < coverage.enrolments().size(); i++) {
      assertThat(coverage.enrolments().get(i - 1).to())
          .as("seed " + seed)
          .isNotNull()
          .isBefore(coverage.enrolments().get(i).from());
    }
    var stories =
        coverage.marks().stream()
            .collect(
                Collectors.groupingBy(
                    mark -> mark.agency() + mark.category() + mark.county().substring(0, 4)));
    for (var story : stories.values()) {
      for (int i = 1; i < story.size(); i++) {
        assertThat(story.get(i - 1).effectiveTo())
            .as("seed " + seed)
            .isNotNull()
            .isBefore(story.get(i).effectiveFrom());
      }
    }
  }

  private static Coverage withoutVersion(Coverage of) {
    return new Coverage(
        of.personNumber(),
        of.maskedId(),
        of.city(),
        of.county(),
        0,
        of.enrolments(),
        of.marks(),
        of.filings());
  }

  private String enrolments(RosterEvent... events) {
    return coverage(events).enrolments().stream()
        .map(one -> one.from() + ".." + (one.to() == null ? "" : one.to()) + " " + one.county())
        .collect(Collectors.joining(", "));
  }

  private String marks(RosterEvent... events) {
    return text(coverage(events).marks());
  }

  private static String text(List<Coverage.Mark> marks) {
    return marks.stream()
        .map(
            one ->
                one.effectiveFrom()
                    + ".."
                    + (one.effectiveTo() == null ? "" : one.effectiveTo())
                    + " "
                    + one.county())
        .collect(Collectors.joining(", "));
  }

  private static Coverage coverage(RosterEvent... events) {
    var person = Person.unheardOf("P1");
    for (var event : events) {
      person = person.with(event, List.of());
    }
    return person.coverage();
  }
}
