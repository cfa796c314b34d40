package org.yizhan.roster.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.PersonNumber;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.agency.AgencyMessage.PersonsMerged;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.reference.ReferenceData;

/** An agency finds out that two of its persons are one. */
class MergingPersonsTest {

  private static final Desk ENROLMENTS = Desk.at("enrolment.changes");

  private final PlainTexts texts = new PlainTexts();
  private final MergesInMemory merges = new MergesInMemory();
  private final ReceivingChanges receiving =
      new ReceivingChanges(ReferenceData.load(), new AcceptedChangesInMemory(), merges, texts);

  @Test
  @DisplayName("H11, H12: a merge goes to the number that is given up, with nothing readable")
  void passesOn() {
    var event = passed(merge("M1", 1, 2));
    assertThat(event.origin().personNumber()).isEqualTo(number(1));
    assertThat(event.origin().agency()).isEqualTo("medical-insurance");
    assertThat(event.origin().maskedId()).isEqualTo(CitizenId.mask(Ids.number(1)));
    assertThat(event.mergedInto().personNumber()).isEqualTo(number(2));
    assertThat(event.mergedInto().maskedId()).isEqualTo(CitizenId.mask(Ids.number(2)));
    assertThat(event.basis()).isEqualTo("同一人");
    assertThat(event.toString()).doesNotContain(Ids.number(1), Ids.number(2));
  }

  @Test
  void theSameMessageAgainIsPassedOnWithTheSameBytes() {
    var first = passed(merge("M1", 1, 2));
    assertThat(passed(merge("M1", 1, 2))).isEqualTo(first);
  }

  @Test
  @DisplayName("H12: what goes round is refused, directly or in turn, however often it comes")
  void circles() {
    passed(merge("M1", 1, 2));
    passed(merge("M2", 2, 3));
    for (int again = 0; again < 2; again++) {
      assertThat(errors(merge("M3", 2, 1)))
          .containsExactly(
              new FieldError(
                  "duplicateIdNumber",
                  CitizenId.mask(Ids.number(2)),
                  "was merged before, into " + number(3)));
      assertThat(errors(merge("M4", 3, 1)))
          .containsExactly(
              new FieldError(
                  "idNumber",
                  CitizenId.mask(Ids.number(1)),
                  "was itself merged before, into duplicateIdNumber"));
    }
    assertThat(merges.all()).hasSize(2);
  }

  @Test
  void aNumberIsGivenUpOnceWhateverTheNextChangeSays() {
    passed(merge("M1", 1, 2));
    assertThat(errors(merge("M2", 1, 3))).hasSize(1);
    assertThat(errors(merge("M3", 1, 2)).getFirst().rule()).startsWith("was merged before");
    passed(merge("M4", 4, 1)); // into one that was given up: it goes on from there
  }

  @Test
  void theSameIdWithOtherContentIsRefusedAndGivesNothingUp() {
    passed(merge("M1", 1, 2));
    assertThat(errors(merge("M1", 3, 2)).getFirst().field()).isEqualTo("changeId");
    assertThat(merges.of(number(3))).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          field             | value | rule
          idNumber          | ''    | must be present
          duplicateIdNumber | ''    | must be present
          duplicateIdNumber | 2     | must be another one than idNumber
          duplicateIdNumber | bad   | the check character does not agree with the digits (GB 11643)
          basis             | ''    | must be present
          basis             | 1     | must not contain a citizen ID
          basis             | 9     | must not contain a citizen ID
          basis             | long  | must have at most 500 characters
          changeId          | 1     | must not contain a citizen ID
          changeId          | 2     | must not contain a citizen ID
          """)
  void breaksARule(String field, String value, String rule) {
    var text =
        switch (value) {
          case "" -> "";
          case "bad" -> "441600198001010011";
          case "long" -> "某".repeat(501);
          default -> Ids.number(Integer.parseInt(value));
        };
    var said =
        new PersonsMerged(
            field.equals("changeId") ? "M-" + text : "M1",
            field.equals("idNumber") ? text : Ids.number(2),
            field.equals("duplicateIdNumber") ? text : Ids.number(1),
            field.equals("basis") ? text : "同一人");
    var refused = (Refused) receive(said);
    assertThat(refused.errors())
        .extracting(FieldError::field, FieldError::rule)
        .contains(org.assertj.core.groups.Tuple.tuple(field, rule));
    assertThat(refused.toString().replace(said.toString(), ""))
        .doesNotContain(Ids.number(1), Ids.number(2), Ids.number(9));
    assertThat(merges.all()).isEmpty();
  }

  @Test
  void onlyWhoEnrolsPeopleMergesThem() {
    var received = received(merge("M1", 1, 2), "roster.changes.civil-affairs");
    var answer =
        receiving.receive(Desk.at("roster.changes.civil-affairs"), List.of(received)).getFirst();
    assertThat(((Refused) answer).errors().getFirst().field()).isEqualTo("type");
  }

  @Test
  @DisplayName("H12: numbers of one human are found from any of them, in turn too")
  void humans() {
    passed(merge("M1", 1, 2));
    passed(merge("M2", 2, 3));
    passed(merge("M3", 4, 3));
    passed(merge("M4", 8, 9));
    var all = Set.of(number(1), number(2), number(3), number(4));
    for (int one = 1; one <= 4; one++) {
      assertThat(Humans.around(merges, List.of(number(one))).numbersOf(number(one))).isEqualTo(all);
    }
    assertThat(Humans.around(merges, List.of(number(7))).numbersOf(number(7)))
        .containsExactly(number(7));
    var merged = Humans.all(merges).merged();
    assertThat(merged).hasSize(2).containsValue(all);
    assertThat(merged.keySet())
        .extracting(one -> one.personNumber())
        .containsExactlyInAnyOrder(number(3), number(9));
  }

  private String number(int person) {
    return PersonNumber.ofHash(texts.hash(Ids.number(person)));
  }

  private static PersonsMerged merge(String changeId, int duplicate, int stays) {
    return new PersonsMerged(changeId, Ids.number(stays), Ids.number(duplicate), "同一人");
  }

  private static Received received(PersonsMerged said, String topic) {
    return new Received(new Source(topic, 0, 0), "T1", Desk.MERGE, Messages.RECEIVED, said);
  }

  private Answer receive(PersonsMerged said) {
    return receiving.receive(ENROLMENTS, List.of(received(said, "enrolment.changes"))).getFirst();
  }

  private PersonMerged passed(PersonsMerged said) {
    return (PersonMerged) ((Passed) receive(said)).event();
  }

  private List<FieldError> errors(PersonsMerged said) {
    return ((Refused) receive(said)).errors();
  }
}
