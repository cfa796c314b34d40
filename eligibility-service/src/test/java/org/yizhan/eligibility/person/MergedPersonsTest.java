package org.yizhan.eligibility.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;
import org.yizhan.eligibility.person.ApplyingChanges.Outcome;
import org.yizhan.eligibility.person.ApplyingChanges.Outcome.PassedOn;

/** Two persons who turn out to be one, event by event. */
class MergedPersonsTest {

  private final Persons persons = new PersonsInMemory();
  private final ApplyingChanges applying =
      new ApplyingChanges(
          persons, (one, other) -> Optional.of(one.equals(other)), (before, merge) -> List.of());
  private final Survivors survivors = new Survivors(persons);
  private final Reports old = new Reports("OLD", "o");
  private final Reports stays = new Reports("STAYS", "s");

  @Test
  @DisplayName("H11, H12: who stays has every mark of the other, as its agency said it and when")
  void adopts() {
    var enrolled = stays.enrolled("2019-01-01", null, "441602");
    var joined = old.joined("DIBAO", "2019-07-01");
    apply(enrolled);
    apply(joined);
    var merge = old.at("2020-03-01T08:00:00+08:00").mergedInto(stays);
    var adopted = passedOn(apply(merge));
    assertThat(person("OLD").mergedInto()).isEqualTo("STAYS");
    assertThat(person("OLD").coverage().mergedInto()).isEqualTo("STAYS");
    assertThat(person("OLD").version()).isEqualTo(2);
    assertThat(person("STAYS").version()).isEqualTo(1);

    var applied = ((Outcome.Applied) apply(adopted)).change();
    assertThat(applied.version()).isEqualTo(2);
    assertThat(applied.event().origin().personNumber()).isEqualTo("STAYS");
    assertThat(applied.event().origin().source()).isEqualTo(merge.origin().source());
    var coverage = person("STAYS").coverage();
    assertThat(coverage.mergedFrom()).containsExactly("OLD");
    assertThat(coverage.mergedInto()).isNull();
    assertThat(coverage.enrolments()).hasSize(1);
    assertThat(coverage.marks())
        .extracting(Mark::agency, mark -> mark.recordedAt().toInstant())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "civil-affairs", joined.origin().receivedAt().toInstant()));
    assertThat(coverage.maskedId()).isEqualTo(stays.identity().maskedId());
  }

  @Test
  @DisplayName("H11: what was known before the merge does not hold what was said of the other")
  void knownTime() {
    apply(stays.enrolled("2019-01-01", null, "441602"));
    apply(old.joined("DIBAO", "2019-07-01"));
    var merge = old.at("2020-03-01T08:00:00+08:00").mergedInto(stays);
    apply(passedOn(apply(merge)));
    var at = merge.origin().receivedAt().toInstant();
    assertThat(person("STAYS").asKnownAt(at.minusMillis(1)).coverage().marks()).isEmpty();
    assertThat(person("STAYS").asKnownAt(at).coverage().marks()).hasSize(1);
    // The number is followed only since the merge was known.
    assertThat(standingOf("OLD", at.minusMillis(1))).isEqualTo("OLD");
    assertThat(standingOf("OLD", at)).isEqualTo("STAYS");
  }

  private String standingOf(String number, Instant moment) {
    return survivors.of(number, person -> person.asKnownAt(moment)).orElseThrow().number();
  }

  @Test
  @DisplayName("H12: what is reported under the old number later is applied and answered as one")
  void passesOnWhatComesLater() {
    apply(old.joined("DIBAO", "2019-07-01"));
    apply(passedOn(apply(old.mergedInto(stays))));
    var late = old.left("DIBAO", "2019-10-01");
    var on = (MarkReported) passedOn(apply(late));
    assertThat(on.origin()).isEqualTo(late.origin().under("STAYS"));
    assertThat(person("OLD").version()).isEqualTo(2);
    assertThat(((Outcome.Applied) apply(on)).change().version()).isEqualTo(2);
    assertThat(person("STAYS").coverage().marks().getFirst().effectiveTo())
        .isEqualTo(LocalDate.parse("2019-09-30"));
    assertThat(passedOn(apply(late))).isEqualTo(on);
    assertThat(((Outcome.Applied) apply(on)).change().version()).isEqualTo(2);
  }

  @Test
  @DisplayName("H12: a known report of the old number is answered as it was before the merge")
  void answersKnownReportsAsBefore() {
    var joined = old.joined("DIBAO", "2019-07-01");
    var first = apply(joined);
    var merge = old.mergedInto(stays);
    var adopted = passedOn(apply(merge));
    apply(adopted);
    apply(passedOn(apply(old.left("DIBAO", "2019-10-01"))));
    assertThat(apply(joined)).isEqualTo(first);
    assertThat(passedOn(apply(merge))).isEqualTo(adopted);
  }

  @Test
  @DisplayName("H12: merged in turn, by either merge first, the last who stays has everything")
  void inTurn() {
    var last = new Reports("LAST", "l");
    apply(old.joined("DIBAO", "2019-07-01"));
    apply(stays.enrolled("2019-01-01", null, "441602"));
    var adoptedByLast = passedOn(apply(stays.mergedInto(last)));
    var adoptedByStays = passedOn(apply(old.mergedInto(stays)));
    var on = (ReportsAdopted) passedOn(apply(adoptedByStays));
    assertThat(on.origin().personNumber()).isEqualTo("LAST");
    assertThat(survivors.of("OLD").orElseThrow().number()).isEqualTo("OLD"); // on its way
    apply(adoptedByLast);
    assertThat(survivors.of("OLD").orElseThrow().number()).isEqualTo("OLD");
    assertThat(survivors.of("STAYS").orElseThrow().number()).isEqualTo("LAST");
    apply(on);
    assertThat(survivors.of("OLD").orElseThrow().number()).isEqualTo("LAST");
    assertThat(person("LAST").coverage().mergedFrom()).containsExactly("OLD", "STAYS");
    assertThat(person("LAST").coverage().marks()).hasSize(1);
    assertThat(person("LAST").coverage().enrolments()).hasSize(1);
  }

  @Test
  void nothingWasEverReportedOfEither() {
    apply(passedOn(apply(old.mergedInto(stays))));
    assertThat(person("OLD").coverage().mergedInto()).isEqualTo("STAYS");
    assertThat(person("STAYS").coverage().maskedId()).isEqualTo(stays.identity().maskedId());
    assertThat(passedOn(apply(old.joined("DIBAO", "2019-07-01"))).origin().personNumber())
        .isEqualTo("STAYS");
  }

  @Test
  @DisplayName("H11: two names are remarked on, and neither is shown")
  void otherName() {
    var differing =
        new ApplyingChanges(
            persons, (one, other) -> Optional.of(false), (before, merge) -> List.of());
    apply(stays.enrolled("2019-01-01", null, "441602"));
    apply(old.joined("DIBAO", "2019-07-01"));
    apply(old.joined("TEKUN", "2019-07-01"));
    var adopted = passedOn(apply(old.mergedInto(stays)));
    assertThat(differing.apply(List.of(adopted)).applied().getFirst().remarks())
        .containsExactly(
            new FieldError("name", null, "differs from the name that medical-insurance stated"));
  }

  @Test
  @DisplayName(
      "H11, H12: a mark that was ended under the other ID is named when the two are merged")
  void endedUnderTheOther() {
    apply(stays.joined("DIBAO", "2019-07-01"));
    apply(stays.joined("TEKUN", "2019-07-01"));
    apply(stays.mark(Kind.JOINED, "ORPHAN", "2019-07-01", "2019-12-31"));
    apply(old.joined("DIBAO", "2019-07-01"));
    apply(old.left("DIBAO", "2020-01-01"));
    var adopted = passedOn(apply(old.mergedInto(stays)));
    assertThat(((Outcome.Applied) apply(adopted)).change().remarks())
        .extracting(FieldError::rule)
        .containsExactly("the mark DIBAO of civil-affairs was ended under one of the two IDs");
  }

  @Test
  void aNumberIsGivenUpOnce() {
    apply(old.mergedInto(stays));
    var again = old.mergedInto(new Reports("OTHER"));
    assertThatThrownBy(() -> apply(again)).isInstanceOf(BrokenInvariant.class);
  }

  private Outcome apply(RosterEvent event) {
    return applying.apply(List.of(event)).outcomes().getFirst();
  }

  private static RosterEvent passedOn(Outcome outcome) {
    return ((PassedOn) outcome).event();
  }

  private Person person(String number) {
    return persons.find(number).orElseThrow();
  }
}
