package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.DecideWriteOff;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeWriteOff;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;
import org.yizhan.settlement.settling.ExpectedYear.Change;

/** Compares what is answered with what was to be expected, one command after the other. */
final class Answers {

  private final Expectations expected;
  private final PublishedFacts published;
  private final Map<UUID, Problem> refusals = new HashMap<>();

  Answers(Expectations expected, PublishedFacts published) {
    this.expected = expected;
    this.published = published;
  }

  /**
   * @param seen is told how often each kind of answer was given
   */
  void heard(List<CareCommand> batch, List<Answer> answers, Map<String, Integer> seen) {
    int next = 0;
    for (var command : batch) {
      var answer = next < answers.size() ? answers.get(next) : null;
      var expects = expectedOf(command);
      if (expects.equals("REPEATED") && !(answer instanceof Answer.Repeated)) {
        // Settled in this very batch: what asks for a newer coverage looks no further.
        expects = expected.ofEarly((SettleDischarge) command).orElse(expects);
      }
      if (answer instanceof Answer.Repeated
          && expects.equals("settlement-cancelled")
          && expected.isBeingCancelled((SettleDischarge) command)) {
        expects = "REPEATED";
      }
      if (expects.equals("WAITS")) {
        assertThat(isTo(command, answer)).as("a command that waits has no answer").isFalse();
      } else {
        next++;
        if (!kindOf(command, answer).equals(expects)) {
          throw new AssertionError(command + " is answered " + answer + ", expected " + expects);
        }
        hear(command, answer);
        published.publish(answer);
      }
      seen.merge(expects, 1, Integer::sum);
    }
    assertThat(answers).hasSize(next);
  }

  private String expectedOf(CareCommand command) {
    return switch (command) {
      case SettleDischarge discharge -> expected.of(discharge);
      case CancelSettlement cancellation -> expected.of(cancellation);
      case ProposeReimbursement proposal -> expected.of(proposal);
      case DecideReimbursement decision -> expected.of(decision);
      case AdoptLaw adoption -> expected.adoptions.of(adoption);
      case RecordReturn returned -> expected.recoveries.of(returned);
      case ProposeWriteOff _, DecideWriteOff _, CareCommand.Unrecognised _ ->
          throw new AssertionError("never sent here");
    };
  }

  private static boolean isTo(CareCommand command, Answer answer) {
    return command instanceof SettleDischarge discharge
        && answer != null
        && answer.commandId().equals(discharge.commandId());
  }

  private static String kindOf(CareCommand command, Answer answer) {
    return switch (answer) {
      case Answer.Settled _ -> "SETTLED";
      case Answer.Repeated _ -> "REPEATED";
      case Answer.Refused refused -> refused.refusal().problem().code();
      case Answer.Revised _ -> "REVISED";
      case Answer.CancelledBefore _ -> "CANCELLED_BEFORE";
      case Answer.NotCancelled refused -> refused.refusal().problem().code();
      case Answer.CaseStands stands when stands.approved().isPresent() -> "APPROVED";
      case Answer.CaseStands stands ->
          command instanceof ProposeReimbursement
              ? "CASE"
              : stands.reimbursement().state().name().replace("APPROVED", "STANDS");
      case Answer.NoCase refused -> refused.problem().code();
      case Answer.LawAdopted adopted ->
          adopted.decided().isPresent()
              ? "ADOPTED"
              : adopted.adoption().lawHasChanged() ? "LAW_HAS_CHANGED" : "LAW_CHANGES_NOTHING";
      case Answer.RecoveryStands stands ->
          stands.returned().isPresent() ? "RETURNED" : "RETURN_KNOWN";
    };
  }

  private void hear(CareCommand command, Answer answer) {
    switch (answer) {
      case Answer.Settled settled -> hear(settled);
      case Answer.Repeated repeated -> hear(repeated);
      case Answer.Refused refused -> hear(refused.commandId(), refused.refusal().problem());
      case Answer.Revised revised -> hear(revised);
      case Answer.CancelledBefore before -> hear(before.revised(), before.revised().revisionId());
      case Answer.NotCancelled refused -> hear(refused.commandId(), refused.refusal().problem());
      case Answer.CaseStands stands -> hear(command, stands);
      case Answer.NoCase _ -> {} // the question is asked anew each time, so nothing is kept
      case Answer.LawAdopted adopted -> hear(adopted);
      case Answer.RecoveryStands stands when stands.returned().isPresent() ->
          expected.recoveries.take((RecordReturn) command);
      case Answer.RecoveryStands _ -> {} // an earlier command has recorded it
    }
  }

  private void hear(UUID commandId, Problem problem) {
    expected.refuse(commandId, problem.code());
    var before = refusals.putIfAbsent(commandId, problem);
    assertThat(before == null ? problem : before).isEqualTo(problem);
  }

  private void hear(Answer.Settled settled) {
    var command = settled.command();
    if (expected.bills().noneMatch(bill -> bill.id().equals(command.settlementId()))) {
      expected.settle(command);
    }
    settled
        .decided()
        .ifPresent(
            settlement -> {
              var bill =
                  expected
                      .bills()
                      .filter(each -> each.id().equals(settlement.settlementId()))
                      .findFirst()
                      .orElseThrow();
              assertThat(fen(settlement)).as("shares as published").isEqualTo(bill.first());
            });
  }

  private void hear(Answer.Repeated repeated) {
    published.requireTheSame(repeated.subject(), repeated.event());
    expected
        .bills()
        .filter(bill -> bill.id().equals(repeated.subject()) && bill.stands())
        .forEach(
            bill ->
                assertThat(repeated.standing().map(Answers::fen).orElseGet(bill::first))
                    .as("a repeated answer tells how it stands")
                    .isEqualTo(bill.now()));
  }

  private void hear(Answer.Revised answer) {
    var id = answer.revised().revisionId();
    if (!expected.changes.containsKey(id)) {
      expected.cancel(answer.command());
    }
    assertThat(answer.revised().commandId()).isEqualTo(answer.command().commandId());
    hear(answer.revised(), id);
  }

  private void hear(Answer.LawAdopted answer) {
    var id = answer.commandId();
    if (answer.decided().isPresent() && !expected.changes.containsKey(id)) {
      expected.adoptions.adopt(answer.command());
    }
    answer.decided().ifPresent(decided -> hear(decided.reimbursed(), id));
  }

  /** How each settlement stood and stands, in the order of the year. */
  private void hear(YearRevision revised, UUID id) {
    var stated =
        revised.revisions().stream()
            .map(
                revision ->
                    new Change(
                        revision.settlement().settlementId(),
                        fen(revision.before()),
                        revision.isCancellation() ? Map.of() : fen(revision.settlement())))
            .toList();
    assertThat(stated).as("revision %s", id).isEqualTo(expected.changes.get(id));
  }

  private void hear(CareCommand command, Answer.CaseStands stands) {
    var id = stands.reimbursement().caseId();
    switch (command) {
      case ProposeReimbursement proposal ->
          expected.propose(proposal.commandId(), stands.reimbursement());
      case DecideReimbursement decision when stands.approved().isPresent() -> {
        if (!expected.changes.containsKey(id)) {
          expected.approve(decision);
        }
        hear(stands.approved().get().reimbursed(), id);
      }
      default -> expected.cases.get(id).state = stands.reimbursement().state();
    }
  }

  private static Map<Payer, Long> fen(Settlement settlement) {
    var fen = new EnumMap<Payer, Long>(Payer.class);
    settlement.shares().forEach(share -> fen.put(share.payer(), share.amount().fen()));
    return fen;
  }
}
