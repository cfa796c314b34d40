package org.yizhan.eligibility.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.eligibility.person.ApplyingChanges.Result;

class ApplyingChangesTest {

  private static final PremiumsOfBoth NO_PREMIUMS = (before, merge) -> List.of();

  private final Persons persons = new PersonsInMemory();
  private final ApplyingChanges applying =
      new ApplyingChanges(persons, (one, other) -> Optional.of(one.equals(other)), NO_PREMIUMS);
  private final Reports say = new Reports("P1");

  @Test
  @DisplayName("H13: each answer names the version that contains its change")
  void versions() {
    var applied =
        apply(say.enrolled("2019-01-01", null, "441602"), say.joined("DIBAO", "2019-07-01"));
    assertThat(applied.applied()).extracting(AppliedChange::version).containsExactly(1L, 2L);
    assertThat(applied.persons()).extracting(Person::version).containsExactly(2L);
    assertThat(persons.find("P1").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void aRepeatedChangeChangesNothingAndIsAnsweredWithTheSameVersionAndRemarks() {
    var mark = Reports.in("330302", say.joined("DIBAO", "2019-07-01"));
    apply(say.enrolled("2019-01-01", null, "441602"));
    var first = apply(mark);
    apply(say.enrolled("2019-06-01", null, "330302"));
    var again = apply(mark);
    assertThat(again.applied()).isEqualTo(first.applied());
    assertThat(again.applied().getFirst().remarks()).hasSize(1);
    assertThat(persons.find("P1").orElseThrow().version()).isEqualTo(3);
  }

  @Test
  @DisplayName(
      "Redelivered after a crash between store and publish, the current coverage still goes out")
  void knownChangesStillNameThePersonToPublish() {
    var event = say.joined("DIBAO", "2019-07-01");
    var first = apply(event);
    var again = apply(event);
    assertThat(again.persons()).isEqualTo(first.persons()).hasSize(1);
  }

  @Test
  void batchesCutDifferentlyEndInTheSameState() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var events = randomEvents(random);
      var store = new PersonsInMemory();
      var target = new ApplyingChanges(store, (one, other) -> Optional.of(true), NO_PREMIUMS);
      int at = 0;
      while (at < events.size()) {
        int to = Math.min(events.size(), at + 1 + random.nextInt(6));
        target.apply(events.subList(at, to));
        at =
            random.nextInt(3) == 0 ? random.nextInt(to) : to; // sometimes back to an earlier offset
      }
      var oracle = new PersonsInMemory();
      new ApplyingChanges(oracle, (one, other) -> Optional.of(true), NO_PREMIUMS).apply(events);
      for (var number : List.of("P0", "P1", "P2")) {
        assertThat(store.find(number)).as("seed " + seed).isEqualTo(oracle.find(number));
      }
    }
  }

  private static List<RosterEvent> randomEvents(Random random) {
    var speakers = List.of(new Reports("P0"), new Reports("P1"), new Reports("P2"));
    var events = new ArrayList<RosterEvent>();
    for (int i = 0; i < 20; i++) {
      var speaker = speakers.get(random.nextInt(3));
      var from = "2019-%02d-01".formatted(1 + random.nextInt(12));
      events.add(
          random.nextInt(3) == 0
              ? speaker.enrolled(from, null, "441602")
              : speaker.mark(Kind.values()[random.nextInt(3)], "DIBAO", from, null));
    }
    return events;
  }

  @Test
  @DisplayName(
      "H11: agencies that disagree on the county are both kept, the later one gets a remark")
  void otherCounty() {
    apply(say.joined("DIBAO", "2019-07-01"));
    var applied = apply(Reports.in("441621", say.joined("REGISTERED_POOR", "2019-08-01")));
    assertThat(remarks(applied))
        .containsExactly(
            new FieldError("county", "441621", "civil-affairs has this person in 441602 (DIBAO)"));
    assertThat(persons.find("P1").orElseThrow().coverage().marks()).hasSize(2);
  }

  @Test
  void agenciesDoNotDisagreeAboutDifferentTimes() {
    apply(say.mark(Kind.JOINED, "DIBAO", "2019-07-01", "2019-07-31"));
    assertThat(remarks(apply(Reports.in("441621", say.joined("REGISTERED_POOR", "2019-08-01")))))
        .isEmpty();
  }

  @Test
  @DisplayName("H14: a mark and an enrolment in different cities are remarked on in either order")
  void otherCity() {
    apply(say.enrolled("2019-01-01", null, "441602"));
    assertThat(remarks(apply(Reports.in("330302", say.joined("DIBAO", "2019-07-01")))))
        .containsExactly(
            new FieldError(
                "county", "330302", "the person is enrolled in city 441600 from 2019-01-01"));
    var other = new Reports("P2");
    apply(Reports.in("330302", other.joined("DIBAO", "2019-07-01")));
    assertThat(remarks(apply(other.enrolled("2019-01-01", null, "441602"))))
        .containsExactly(
            new FieldError("city", "441600", "civil-affairs has this person in 330302 (DIBAO)"));
  }

  @Test
  @DisplayName("H12: a leaver who holds no mark is remarked on")
  void leavingWithoutAMark() {
    assertThat(remarks(apply(say.left("DIBAO", "2019-07-01")))).hasSize(1);
    apply(say.joined("DIBAO", "2019-08-01"));
    assertThat(remarks(apply(Reports.in("441621", say.left("DIBAO", "2019-10-01"))))).hasSize(1);
    assertThat(remarks(apply(say.left("DIBAO", "2019-10-01")))).isEmpty();
  }

  @Test
  @DisplayName("H11: two names for one ID number are remarked on, and neither is shown")
  void otherName() {
    var differing = new ApplyingChanges(persons, (one, other) -> Optional.of(false), NO_PREMIUMS);
    differing.apply(List.of(say.enrolled("2019-01-01", null, "441602")));
    assertThat(remarks(differing.apply(List.of(say.joined("DIBAO", "2019-07-01")))))
        .containsExactly(
            new FieldError("name", null, "differs from the name that medical-insurance stated"));
  }

  private Result apply(RosterEvent... events) {
    return applying.apply(List.of(events));
  }

  private static List<FieldError> remarks(Result applied) {
    return applied.applied().getFirst().remarks();
  }
}
