package org.yizhan.roster.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.roster.change.Messages.enrolment;
import static org.yizhan.roster.change.Messages.filing;
import static org.yizhan.roster.change.Messages.mark;
import static org.yizhan.roster.change.Messages.veteran;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.roster.change.Answer.Passed;
import org.yizhan.roster.change.Answer.Refused;
import org.yizhan.roster.reference.ReferenceData;

class ReceivingChangesTest {

  private static final Desk CIVIL = Desk.at("roster.changes.civil-affairs");
  private static final Desk VETERANS = Desk.at("roster.changes.veterans-affairs");
  private static final Desk ENROLMENTS = Desk.at("enrolment.changes");
  private static final Desk FILINGS = Desk.at("filing.changes");

  private final ReceivingChanges receiving =
      new ReceivingChanges(
          ReferenceData.load(),
          new AcceptedChangesInMemory(),
          new MergesInMemory(),
          new PlainTexts());

  @Test
  @DisplayName(
      "H11, W4: what is passed on says who said it, when and where, and nothing readable of the"
          + " person")
  void passesOnWithoutThePersonInClear() {
    var passed = (Passed) receive(CIVIL, mark().receivedAt("t", 7));
    var event = (MarkReported) passed.event();
    assertThat(event.origin().agency()).isEqualTo("civil-affairs");
    assertThat(event.origin().receivedAt()).isEqualTo(Messages.RECEIVED);
    assertThat(event.origin().source().offset()).isEqualTo(7);
    assertThat(event.origin().maskedId()).isEqualTo("441600********" + Ids.BORN_1980.substring(14));
    assertThat(event.origin().personNumber()).matches("P[0-9A-HJKMNP-TV-Z]{16}");
    assertThat(event.basis()).isEqualTo("河民字〔2019〕12号");
    assertThat(event.toString()).doesNotContain(Ids.BORN_1980).doesNotContain("张三丰");
  }

  @Test
  void onePersonHasOneNumberAtEveryDesk() {
    var numbers =
        List.of(
                receive(CIVIL, mark().received()),
                receive(ENROLMENTS, enrolment().received()),
                receive(FILINGS, filing().with("changeId", "C2").received()))
            .stream()
            .map(answer -> ((Passed) answer).event().origin().personNumber())
            .toList();
    assertThat(numbers).containsOnly(numbers.getFirst());
  }

  @Test
  void theSameMessageRedeliveredIsPassedOnWithTheSameContent() {
    var first = (Passed) receive(CIVIL, mark().received());
    var again = (Passed) receive(CIVIL, mark().received());
    assertThat(again.event()).isEqualTo(first.event());
  }

  @Test
  void theSameContentSentAgainDiffersOnlyInItsPlace() {
    var answers =
        receiving.receive(
            VETERANS,
            List.of(
                veteran().with("standardPercent", "80").receivedAt("t", 1),
                veteran().with("standardPercent", "80.0").receivedAt("t", 2)));
    var first = ((Passed) answers.getFirst()).event().origin();
    var again = ((Passed) answers.getLast()).event().origin();
    assertThat(again.sealedId()).isEqualTo(first.sealedId());
    assertThat(again.sealedName()).isEqualTo(first.sealedName());
    assertThat(again.source().offset()).isEqualTo(2);
  }

  @Test
  void theSameIdWithOtherContentIsRefused() {
    receive(CIVIL, mark().received());
    for (var other :
        List.of(
            mark().with("county", "441621"),
            mark().with("name", "李四"),
            mark().with("effectiveTo", "2020-01-01"),
            mark().with("idNumber", Ids.number(5)),
            mark().with("kind", "LEFT"),
            mark().with("basis", "other"))) {
      var refused = (Refused) receive(CIVIL, other.received());
      assertThat(refused.changeId()).isEqualTo("C1");
      assertThat(refused.errors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.field()).isEqualTo("changeId");
                assertThat(error.rule()).isEqualTo("changeId was used before with other content");
              });
    }
  }

  @Test
  void insideOneBatchTheFirstCounts() {
    var answers =
        receiving.receive(
            CIVIL,
            List.of(
                mark().received(), mark().with("county", "441621").received(), mark().received()));
    assertThat(answers)
        .extracting(answer -> answer instanceof Passed)
        .containsExactly(true, false, true);
  }

  @Test
  void agenciesDoNotShareTheirChangeIdsButEnrolmentsAndFilingsDo() {
    assertThat(receive(CIVIL, mark().received())).isInstanceOf(Passed.class);
    assertThat(receive(VETERANS, veteran().received())).isInstanceOf(Passed.class);
    assertThat(receive(ENROLMENTS, enrolment().received())).isInstanceOf(Passed.class);
    assertThat(receive(FILINGS, filing().received())).isInstanceOf(Refused.class);
  }

  @Test
  void aRefusedMessageDoesNotUseUpItsChangeId() {
    assertThat(receive(CIVIL, mark().with("county", "1").received())).isInstanceOf(Refused.class);
    assertThat(receive(CIVIL, mark().received())).isInstanceOf(Passed.class);
  }

  @Test
  void aRefusalNamesThePersonNumberOnlyWhenTheIdIsGood() {
    var goodId = (Refused) receive(CIVIL, mark().with("county", "1").received());
    var badId = (Refused) receive(CIVIL, mark().with("idNumber", "441600198001010011").received());
    assertThat(goodId.personNumber()).startsWith("P");
    assertThat(badId.personNumber()).isNull();
  }

  private Answer receive(Desk desk, Received received) {
    return receiving.receive(desk, List.of(received)).getFirst();
  }
}
