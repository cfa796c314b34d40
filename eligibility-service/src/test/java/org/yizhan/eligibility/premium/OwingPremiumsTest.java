package org.yizhan.eligibility.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;
import org.yizhan.eligibility.person.AppliedChange;
import org.yizhan.eligibility.person.ApplyingChanges;
import org.yizhan.eligibility.person.ApplyingChanges.Outcome.PassedOn;
import org.yizhan.eligibility.person.PersonsInMemory;
import org.yizhan.eligibility.person.Reports;
import org.yizhan.eligibility.premium.OwingPremiums.Stores;

class OwingPremiumsTest {

  private static final String JULY = "2019-07-03T09:00:00+08:00";

  private final PersonsInMemory persons = new PersonsInMemory();
  private final PremiumsInMemory premiums = new PremiumsInMemory();
  private final YearsBegunInMemory years = new YearsBegunInMemory();
  private final ApplyingChanges applying =
      new ApplyingChanges(
          persons, (one, other) -> Optional.of(true), new PremiumsOfMerged(premiums));
  private final OwingPremiums owing =
      new OwingPremiums(
          new PremiumFold(PremiumLaw.load("parameters", Optional.empty())),
          new Stores(persons, premiums, years),
          ZoneId.of("Asia/Shanghai"));
  private final Reports say = new Reports("P1");

  private List<PremiumObligation> hear(RosterEvent... events) {
    return owing.after(applying.apply(List.of(events)));
  }

  private List<PremiumObligation> lookThrough() {
    var owed = new ArrayList<PremiumObligation>();
    for (var page = owing.nextPage(2); page.isPresent(); page = owing.nextPage(2)) {
      owed.addAll(page.get().unpaid());
      owing.done(page.get());
    }
    return owed;
  }

  private void pay(PremiumObligation owed) {
    premiums.paid(Map.of(owed.id(), owed.knownOn()));
  }

  private static List<String> yearsOf(List<PremiumObligation> owed) {
    return owed.stream().map(one -> one.personNumber() + " " + one.dueOn()).toList();
  }

  @Test
  @DisplayName("H14, H15: roster before enrolment and enrolment before roster owe the same")
  void bothOrdersOweTheSame() {
    var enrolled = say.at("2019-06-30T09:00:00+08:00").enrolled("2019-01-01", null, "441602");
    var marked = say.at(JULY).joined("DIBAO", "2019-07-01");
    assertThat(hear(enrolled)).isEmpty();
    var owed = hear(marked);
    assertThat(owed).hasSize(1);
    assertThat(owed.getFirst().dueOn()).isEqualTo(LocalDate.parse("2019-07-31"));

    var other = new OwingPremiumsTest();
    assertThat(other.hear(marked)).isEmpty();
    assertThat(other.hear(enrolled)).isEqualTo(owed);
  }

  @Test
  @DisplayName("H15: a second agency's mark, later in the year, is the same obligation")
  void twoAgenciesOweOnce() {
    var owed =
        hear(
            say.at(JULY).enrolled("2019-01-01", null, "441602"), say.joined("DIBAO", "2019-07-01"));
    assertThat(owed).hasSize(1);
    assertThat(hear(say.at("2019-09-01T09:00:00+08:00").joined("REGISTERED_POOR", "2019-08-01")))
        .isEqualTo(owed); // not paid yet: asked for again in the same words
    pay(owed.getFirst());
    assertThat(hear(say.joined("TEKUN", "2019-07-01"))).isEmpty();
    assertThat(premiums.unpaid(LocalDate.parse("2019-07-31"))).isEqualTo(new Premiums.Unpaid(0, 0));
  }

  @Test
  @DisplayName("H15: what comes again, also cut otherwise, asks for the same and never for more")
  void redeliveryAsksForTheSame() {
    var events =
        new RosterEvent[] {
          say.at("2019-12-31T23:58:00+08:00").enrolled("2019-01-01", null, "441602"),
          say.joined("DIBAO", "2019-07-01"),
          say.at("2020-02-01T09:00:00+08:00").filed("2020-01-01", null, "440100"),
          say.left("DIBAO", "2020-02-01")
        };
    var owed = hear(events);
    assertThat(yearsOf(owed)).containsExactly("P1 2019-12-31", "P1 2020-02-29");
    assertThat(hear(events)).isEqualTo(owed);
    for (var event : events) {
      assertThat(owed).containsAll(hear(event));
    }

    var cut = new OwingPremiumsTest();
    var oneByOne = new ArrayList<PremiumObligation>();
    for (var event : events) {
      cut.hear(event).stream().filter(one -> !oneByOne.contains(one)).forEach(oneByOne::add);
    }
    assertThat(oneByOne).isEqualTo(owed);
  }

  @Test
  @DisplayName("H15: a mark that is withdrawn takes back neither the debt nor the payment")
  void aWithdrawnMarkTakesNothingBack() {
    var owed =
        hear(
            say.at(JULY).enrolled("2019-01-01", null, "441602"), say.joined("DIBAO", "2019-07-01"));
    assertThat(hear(say.left("DIBAO", "2019-07-01"))).isEmpty();
    assertThat(premiums.unpaid(LocalDate.parse("2019-07-31")).owed()).isEqualTo(1);
    pay(owed.getFirst());
    assertThat(premiums.keep(owed).getFirst().isPaid()).isTrue();
  }

  @Test
  @DisplayName(
      "H15: after a crash each change is judged by what was known with it, not by what came later")
  void aCrashLosesNoObligation() {
    var events =
        List.<RosterEvent>of(
            say.at(JULY).enrolled("2019-01-01", null, "441602"),
            say.joined("DIBAO", "2019-07-01"),
            say.left("DIBAO", "2019-07-01"));
    applying.apply(events); // stored, then the process died
    assertThat(yearsOf(hear(events.toArray(RosterEvent[]::new)))).containsExactly("P1 2019-07-31");
  }

  @Test
  @DisplayName("H15: with a new year, those who are still marked and enrolled, each once")
  void aNewYearOwesAgain() {
    for (int i = 1; i <= 5; i++) {
      var one = new Reports("P" + i).at(JULY);
      hear(one.enrolled("2019-01-01", null, "441602"), one.joined("DIBAO", "2019-07-01"));
    }
    hear(say.at("2019-08-01T09:00:00+08:00").changed("TEKUN", "2019-08-01"));
    hear(new Reports("P2").at(JULY).filed("2019-07-01", null, "440100"));
    var left = new Reports("P3").at("2019-10-01T09:00:00+08:00");
    left.filed("2019-01-01", null, "440100"); // another change id than the first reports
    left.filed("2019-01-01", null, "440100");
    hear(left.left("DIBAO", "2020-01-01"));
    years.begin(LocalDate.parse("2020-01-01"));
    assertThat(yearsOf(lookThrough()))
        .containsExactly("P1 2020-01-31", "P2 2020-01-31", "P4 2020-01-31", "P5 2020-01-31");
    years.begin(LocalDate.parse("2020-01-02"));
    assertThat(lookThrough()).isEmpty();
  }

  @Test
  @DisplayName(
      "H15: what was known in the old year but came after the person's turn owes both years")
  void aLateChangeOwesTheNewYearToo() {
    years.begin(LocalDate.parse("2020-01-01"));
    assertThat(lookThrough()).isEmpty();
    var owed =
        hear(
            say.at("2019-12-31T23:58:00+08:00").enrolled("2019-01-01", null, "441602"),
            say.joined("DIBAO", "2019-07-01"));
    assertThat(yearsOf(owed)).containsExactly("P1 2020-01-31", "P1 2019-12-31");
  }

  @Test
  void aPageThatWasNotDoneComesAgain() {
    hear(say.at(JULY).enrolled("2019-01-01", null, "441602"), say.joined("DIBAO", "2019-07-01"));
    years.begin(LocalDate.parse("2020-01-01"));
    var page = owing.nextPage(2).orElseThrow();
    assertThat(owing.nextPage(2)).contains(page);
    owing.done(page);
    assertThat(owing.nextPage(2)).isEmpty();
  }

  @Test
  @DisplayName("H15: what one number had already is not owed again under the one that stays")
  void whoStaysOwesNothingTwice() {
    var old = new Reports("OLD", "o").at(JULY);
    var enrolled = old.enrolled("2019-01-01", null, "441602");
    var joined = old.joined("DIBAO", "2019-07-01");
    pay(hear(enrolled, joined).getFirst());
    var merge = old.mergedInto(say);
    assertThat(merged(merge).remarks()).isEmpty();
    assertThat(premiums.of(List.of("P1"))).isEmpty();
    assertThat(hear(say.at("2019-09-01T09:00:00+08:00").joined("TEKUN", "2019-08-01"))).isEmpty();
    years.begin(LocalDate.parse("2020-01-01"));
    assertThat(yearsOf(lookThrough())).containsExactly("P1 2020-01-31");
    // Redelivered in the new year, the number that was given up still owes nothing for it.
    hear(enrolled, joined, merge);
    assertThat(premiums.of(List.of("OLD"))).hasSize(1);
  }

  @Test
  @DisplayName("H14, H15: a mark of one number and an enrolment of the other owe with the merge")
  void bothHalvesOweWithTheMerge() {
    var old = new Reports("OLD", "o").at(JULY);
    assertThat(hear(old.joined("DIBAO", "2019-07-01"))).isEmpty();
    assertThat(hear(say.at(JULY).enrolled("2019-01-01", null, "441602"))).isEmpty();
    merged(old.at("2019-09-02T09:00:00+08:00").mergedInto(say));
    assertThat(premiums.of(List.of("P1", "OLD")))
        .extracting(one -> one.personNumber() + " " + one.knownOn() + " " + one.dueOn())
        .containsExactly("P1 2019-09-02 2019-09-30");
  }

  @Test
  @DisplayName("H15: years that were owed under both numbers are named when they are merged")
  void namesTheYearsOwedTwice() {
    var old = new Reports("OLD", "o").at(JULY);
    hear(old.enrolled("2019-01-01", null, "441602"), old.joined("DIBAO", "2019-07-01"));
    hear(say.at(JULY).enrolled("2019-01-01", null, "441602"), say.joined("DIBAO", "2019-07-01"));
    years.begin(LocalDate.parse("2020-01-01"));
    lookThrough();
    var merge = old.at("2020-02-01T09:00:00+08:00").mergedInto(say);
    var remarks = merged(merge).remarks();
    assertThat(remarks)
        .extracting(FieldError::rule)
        .containsExactly(
            "the premium of 2019 in city 441600 was owed under both numbers",
            "the premium of 2020 in city 441600 was owed under both numbers");
    assertThat(merged(merge).remarks()).isEqualTo(remarks);
  }

  @Test
  @DisplayName("H15: a mark and the merge in one batch, also after a crash: nothing is owed twice")
  void theMergeComesWithTheMark() {
    var old = new Reports("OLD", "o").at(JULY);
    pay(
        hear(old.enrolled("2019-01-01", null, "441602"), old.joined("DIBAO", "2019-07-01"))
            .getFirst());
    hear(say.at(JULY).enrolled("2019-01-01", null, "441602"));
    var merge = old.at("2019-09-01T09:00:00+08:00").mergedInto(say);
    var told = (PassedOn) applying.apply(List.of(merge)).outcomes().getFirst();
    RosterEvent[] batch = {say.at(JULY).joined("TEKUN", "2019-07-01"), told.event()};
    applying.apply(List.of(batch)); // stored, then the process died
    assertThat(hear(batch)).isEmpty();
    assertThat(premiums.of(List.of("P1"))).isEmpty();
  }

  @Test
  @DisplayName("H15: what was owed under both before the merge stays owed, and is asked for again")
  void whatWasOwedUnderTheOwnNumberStaysOwed() {
    var old = new Reports("OLD", "o").at(JULY);
    pay(
        hear(old.enrolled("2019-01-01", null, "441602"), old.joined("DIBAO", "2019-07-01"))
            .getFirst());
    var joined = say.at(JULY).joined("DIBAO", "2019-07-01");
    var owed = hear(say.at(JULY).enrolled("2019-01-01", null, "441602"), joined);
    assertThat(owed).hasSize(1);
    merged(old.at("2019-09-01T09:00:00+08:00").mergedInto(say));
    assertThat(hear(joined)).isEqualTo(owed);
  }

  /** The merge is told to whoever stays, and answered there. */
  private AppliedChange merged(PersonMerged merge) {
    var told = (PassedOn) applying.apply(List.of(merge)).outcomes().getFirst();
    var result = applying.apply(List.of(told.event()));
    owing.after(result);
    return result.applied().getFirst();
  }
}
