package org.yizhan.eligibility.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;
import org.yizhan.eligibility.person.Persons.ChangedMeanwhile;
import org.yizhan.eligibility.person.Persons.Heading;
import org.yizhan.eligibility.person.Persons.Step;

/** What every store of persons does. */
public abstract class PersonsContract {

  private final String number = "P" + UUID.randomUUID();
  private final Reports say = new Reports(number);

  protected abstract Persons persons();

  @Test
  void givesBackEveryKindOfChangeAsItWasStored() {
    var person =
        Person.unheardOf(number)
            .with(say.enrolled("2019-01-01", null, "441602"), List.of())
            .with(say.employed(EmploymentStatus.RETIRED, "2020-01-01"), List.of())
            .with(
                Reports.standard(
                    "62.50", say.mark(Kind.CHANGED, "DIBAO", "2019-07-01", "2019-12-31")),
                List.of(
                    new FieldError("county", "441602", "rule"),
                    new FieldError("name", null, "rule")))
            .with(say.filed("2019-10-01", "2019-12-31", "440100"), List.of());
    persons().store(List.of(new Step(0, person)));
    assertThat(persons().find(number)).contains(person);
    assertThat(persons().find(number).orElseThrow().coverage()).isEqualTo(person.coverage());
  }

  @Test
  void addsToWhatIsThere() {
    var first = Person.unheardOf(number).with(say.joined("DIBAO", "2019-07-01"), List.of());
    persons().store(List.of(new Step(0, first)));
    var second =
        first
            .with(say.left("DIBAO", "2019-10-01"), List.of())
            .with(say.joined("DIBAO", "2020-01-01"), List.of());
    persons().store(List.of(new Step(1, second)));
    assertThat(persons().find(number)).contains(second);
    assertThat(second.version()).isEqualTo(3);
    assertThat(persons().headingOf(number)).contains(new Heading(3, null));
  }

  @Test
  @DisplayName("H11, H12: a merge is stored on both sides, with all that was adopted in turn")
  void keepsMerges() {
    var stays = new Reports(number + "s");
    var merge = say.mergedInto(stays);
    var given = Person.unheardOf(number).with(say.joined("DIBAO", "2019-07-01"), List.of());
    persons().store(List.of(new Step(0, given)));
    persons().store(List.of(new Step(1, given.with(merge, List.of()))));
    var found = persons().find(number).orElseThrow();
    assertThat(found).isEqualTo(given.with(merge, List.of()));
    assertThat(persons().headingOf(number)).contains(new Heading(2, number + "s"));

    var inner =
        new ReportsAdopted(
            say.filed("2019-10-01", null, "440100").origin(),
            "P0",
            List.of(new Reports("P0").filed("2019-10-01", null, "440100")));
    var outer =
        new ReportsAdopted(
            merge.origin().about(stays.identity()),
            number,
            List.of(given.changes().getFirst().event(), inner));
    var adopting = Person.unheardOf(number + "s").with(outer, List.of());
    persons().store(List.of(new Step(0, adopting)));
    assertThat(persons().find(number + "s")).contains(adopting);
    assertThat(adopting.coverage().filings()).hasSize(1);

    var unheard = Person.unheardOf(number + "u").with(merge, List.of());
    persons().store(List.of(new Step(0, unheard)));
    assertThat(persons().headingOf(number + "u")).contains(new Heading(1, number + "s"));
  }

  @Test
  void loadsThoseThatExist() {
    var person = Person.unheardOf(number).with(say.joined("DIBAO", "2019-07-01"), List.of());
    persons().store(List.of(new Step(0, person)));
    assertThat(persons().load(List.of(number, "nobody")))
        .containsOnlyKeys(number)
        .containsValue(person);
    assertThat(persons().load(List.of())).isEmpty();
    assertThat(persons().find("nobody")).isEmpty();
    assertThat(persons().headingOf("nobody")).isEmpty();
  }

  @Test
  void pagesInTheOrderOfTheNumbers() {
    for (var one : List.of("c", "a", "b")) {
      var named = number + one;
      var person =
          Person.unheardOf(named).with(new Reports(named).joined("DIBAO", "2019-07-01"), List.of());
      persons().store(List.of(new Step(0, person)));
    }
    assertThat(persons().page(number, 2))
        .extracting(Person::number)
        .containsExactly(number + "a", number + "b");
    assertThat(persons().page(number + "b", 1))
        .extracting(Person::number)
        .containsExactly(number + "c");
    assertThat(persons().page("~", 2)).isEmpty();
  }

  @Test
  void refusesAStepFromAnOldVersionAndKeepsItsNeighbours() {
    var first = Person.unheardOf(number).with(say.joined("DIBAO", "2019-07-01"), List.of());
    persons().store(List.of(new Step(0, first)));
    var second = first.with(say.left("DIBAO", "2019-10-01"), List.of());
    persons().store(List.of(new Step(1, second)));
    var neighbour =
        Person.unheardOf(number + "n")
            .with(new Reports(number + "n").joined("DIBAO", "2019-07-01"), List.of());
    var late = first.with(say.left("DIBAO", "2019-11-01"), List.of());
    assertThatThrownBy(() -> persons().store(List.of(new Step(1, late), new Step(0, neighbour))))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> persons().store(List.of(new Step(0, first))))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(persons().find(number)).contains(second);
    assertThat(persons().find(number + "n")).contains(neighbour);
  }

  @Test
  void storesNothingWhenNothingWasAdded() {
    persons().store(List.of());
    assertThat(persons().find(number)).isEmpty();
  }
}
