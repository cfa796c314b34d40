package org.yizhan.settlement.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.LAWS;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.DecideWriteOff;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.care.CareCommand.ProposeWriteOff;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.Recovery.Due;
import org.yizhan.contracts.settlement.Recovery.Part;
import org.yizhan.contracts.settlement.Recovery.State;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.Portion;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.recovery.RecoveryDecision.Changed;
import org.yizhan.settlement.recovery.RecoveryDecision.Done;
import org.yizhan.settlement.recovery.RecoveryDecision.Refused;
import org.yizhan.settlement.simulation.Overlays;
import org.yizhan.settlement.simulation.Years;

@DisplayName("H10: what one-stop paid too much is got back")
class RecoveryTest {

  private static final UUID CASE = new UUID(0, 1);
  private static final UUID FIRST = new UUID(0, 11);
  private static final UUID SECOND = new UUID(0, 12);
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-02T09:00:00+08:00");

  private int commands;

  private static Recovery open() {
    var parts =
        List.of(
            new Part(FIRST, "441602", Money.of("30.00"), Money.ZERO),
            new Part(SECOND, "441625", Money.of("20.00"), Money.ZERO));
    var poverty = new Part(FIRST, "441602", Money.of("5.00"), Money.ZERO);
    return new Recovery(
        CASE,
        1,
        State.OPEN,
        Cause.LATE_KNOWLEDGE,
        "P1",
        "441600",
        NOW,
        List.of(Due.of(Payer.POVERTY, List.of(poverty)), Due.of(Payer.ASSISTANCE, parts)),
        List.of(),
        List.of());
  }

  private UUID id() {
    return new UUID(1, ++commands);
  }

  private RecordReturn returned(Payer payer, String amount, String reference) {
    var day = LocalDate.parse("2026-12-01");
    return new RecordReturn(id(), CASE, "P1", payer, Money.of(amount), day, "c", reference, NOW);
  }

  private static Changed changed(Recovery recovery, OfRecovery command) {
    return (Changed) new RecoveryAtWork(recovery).decide(command);
  }

  private static String refusal(Recovery recovery, OfRecovery command) {
    return ((Refused) new RecoveryAtWork(recovery).decide(command)).problem().code();
  }

  @Test
  void whatComesBackIsOfTheOldestSettlementFirst() {
    var first = changed(open(), returned(Payer.ASSISTANCE, "10.00", "slip 1"));
    assertThat(first.recovery().state()).isEqualTo(State.PARTLY_RETURNED);
    var second = changed(first.recovery(), returned(Payer.ASSISTANCE, "40.00", "slip 2"));
    assertThat(second.returned().orElseThrow().portions())
        .containsExactly(
            new Portion(FIRST, "441602", Money.of("20.00")),
            new Portion(SECOND, "441625", Money.of("20.00")));
    assertThat(second.recovery().state()).as("poverty is open").isEqualTo(State.PARTLY_RETURNED);
    var last = changed(second.recovery(), returned(Payer.POVERTY, "5.00", "slip 3")).recovery();
    assertThat(last.state()).isEqualTo(State.RETURNED);
    assertThat(last.version()).isEqualTo(4);
    assertThat(last.returns()).hasSize(3);
    assertThat(last.dueOf(Payer.ASSISTANCE).orElseThrow().returned()).isEqualTo(Money.of("50.00"));
    assertThat(refusal(last, returned(Payer.ASSISTANCE, "0.01", "slip 4")))
        .isEqualTo("recovery-closed");
  }

  @Test
  void neverMoreThanIsOpenComesBack() {
    var recovery = changed(open(), returned(Payer.ASSISTANCE, "49.99", "slip 1")).recovery();
    var more = returned(Payer.ASSISTANCE, "0.02", "slip 2");
    var refused = (Refused) new RecoveryAtWork(recovery).decide(more);
    assertThat(refused.problem().status()).isEqualTo(422);
    assertThat(refused.problem().detail()).contains("POVERTY 5.00, ASSISTANCE 0.01");
    assertThat(refusal(recovery, returned(Payer.BASIC, "0.01", "slip 2")))
        .isEqualTo("more-than-open");
    assertThat(changed(recovery, returned(Payer.ASSISTANCE, "0.01", "slip 2")).recovery().dues())
        .extracting(Due::left)
        .containsExactly(Money.of("5.00"), Money.ZERO);
  }

  @Test
  void theSameReceiptIsTheSameReturn() {
    var command = returned(Payer.ASSISTANCE, "10.00", "slip 1");
    var recovery = changed(open(), command).recovery();
    assertThat(new RecoveryAtWork(recovery).decide(command))
        .isInstanceOfSatisfying(Done.class, done -> assertThat(done.returnId()).isPresent());
    assertThat(new RecoveryAtWork(recovery).decide(returned(Payer.ASSISTANCE, "10.00", "slip 1")))
        .isInstanceOfSatisfying(
            Done.class,
            done -> {
              assertThat(done.recovery()).isEqualTo(recovery);
              assertThat(done.returnId()).as("not for the books").isEmpty();
            });
    assertThat(refusal(recovery, returned(Payer.ASSISTANCE, "10.01", "slip 1")))
        .isEqualTo("reference-used");
  }

  private ProposeWriteOff propose(String maker) {
    return new ProposeWriteOff(id(), CASE, "P1", maker, "died without an estate", NOW);
  }

  private DecideWriteOff decide(boolean approve, String checker) {
    return new DecideWriteOff(id(), CASE, "P1", approve, checker, NOW);
  }

  @Test
  void twoPeopleGiveUpWhatIsOpen() {
    var proposal = propose("clerk-7");
    var proposed = changed(open(), proposal).recovery();
    assertThat(proposed.state()).isEqualTo(State.OPEN);
    assertThat(refusal(proposed, propose("clerk-8"))).isEqualTo("write-off-proposed");
    assertThat(new RecoveryAtWork(proposed).decide(propose("clerk-7"))).isInstanceOf(Done.class);
    assertThat(refusal(proposed, decide(true, "clerk-7"))).isEqualTo("same-person");
    assertThat(refusal(open(), decide(true, "clerk-9"))).isEqualTo("no-write-off");

    var approval = decide(true, "clerk-9");
    var written = changed(proposed, approval);
    assertThat(written.recovery().state()).isEqualTo(State.WRITTEN_OFF);
    assertThat(written.returned()).as("the cash books know no claims").isEmpty();
    for (var again : List.of(proposal, approval, decide(true, "clerk-9"))) {
      assertThat(new RecoveryAtWork(written.recovery()).decide(again)).isInstanceOf(Done.class);
    }
    assertThat(refusal(written.recovery(), decide(false, "clerk-9"))).isEqualTo("no-write-off");
    assertThat(refusal(written.recovery(), returned(Payer.POVERTY, "5.00", "slip 1")))
        .isEqualTo("recovery-closed");
  }

  @Test
  void aRejectedWriteOffMayBeProposedAnew() {
    var proposal = propose("clerk-7");
    var rejection = decide(false, "clerk-9");
    var rejected = changed(changed(open(), proposal).recovery(), rejection).recovery();
    assertThat(rejected.state()).isEqualTo(State.OPEN);
    for (OfRecovery late : List.of(proposal, rejection)) {
      assertThat(new RecoveryAtWork(rejected).decide(late))
          .isEqualTo(new Done(rejected, Optional.empty()));
    }
    var anew = changed(rejected, propose("clerk-8")).recovery();
    var paid = changed(anew, returned(Payer.POVERTY, "5.00", "slip 1")).recovery();
    var all = changed(paid, returned(Payer.ASSISTANCE, "50.00", "slip 2")).recovery();
    assertThat(refusal(all, decide(true, "clerk-9"))).isEqualTo("recovery-closed");
  }

  @Test
  @DisplayName("H7, H10: every settlement with less is due, whatever another one got too little")
  void isOpenedByWhatWasPaidTooMuch() {
    var half = LAWS.with(Overlays.assistance("DIBAO: 0.80", "DIBAO: 0.50"));
    var refolding = new Refolding(hash -> hash.equals(LAWS.hash()) ? LAWS : half);
    var year = Years.of("P1", aBill().of("42000.00").marked("DIBAO"));
    var reimbursed = reimbursed(refolding, year, new Standing.Under(facts(year), half));
    var recovery = new Overpaid(reimbursed).recovery().orElseThrow();
    assertThat(recovery.caseId()).isEqualTo(CASE);
    assertThat(recovery.since()).isEqualTo(NOW);
    assertThat(recovery.personNumber()).isEqualTo("P0123456789ABCDEF");
    assertThat(recovery.dues())
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.payer()).isEqualTo(Payer.ASSISTANCE);
              assertThat(due.amount()).isEqualTo(Money.of("2619.75")); // 30 % of 8,732.50
              assertThat(due.parts().getFirst().county()).isEqualTo("441602");
            });
    var backwards = Years.of("P1", aBill().of("42000.00").marked("DIBAO").under(half));
    assertThat(
            new Overpaid(
                    reimbursed(refolding, backwards, new Standing.Under(facts(backwards), LAWS)))
                .recovery())
        .as("nothing was too much")
        .isEmpty();
  }

  private static StayCircumstances facts(BenefitYear year) {
    return year.claims().getFirst().circumstances();
  }

  private static ClaimsReimbursed reimbursed(
      Refolding refolding, BenefitYear year, Standing standing) {
    var refold = refolding.fold(year, claim -> standing);
    return new ClaimsReimbursed(
        CASE,
        new UUID(0, 2),
        Cause.NEW_LAW,
        "law",
        "clerk-7",
        "clerk-9",
        NOW,
        NOW,
        refold.changed().stream().map(refolding::revision).toList());
  }
}
