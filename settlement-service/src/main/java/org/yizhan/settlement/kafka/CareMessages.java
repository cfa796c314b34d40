package org.yizhan.settlement.kafka;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.BatchHandler;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Reaction.Parked;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRepeated;
import org.yizhan.contracts.settlement.CareAnswer.RecoveryAnswered;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementAnswered;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementRefused;
import org.yizhan.contracts.settlement.CareAnswer.SettlementRepeated;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.settlement.settling.Answer;
import org.yizhan.settlement.settling.DecidingCommands;

/** Commands in; facts to the books, answers to whoever waits. */
public final class CareMessages implements BatchHandler<CareCommand> {

  private static final String SETTLED = "claim-settled.v1";
  private static final String REVISED = "claims-revised.v1";
  private static final String REIMBURSED = "claims-reimbursed.v1";
  private static final String RETURNED = "recovery-returned.v1";

  private final DecidingCommands deciding;
  private final EventTypes<SettlementEvent> facts;
  private final EventTypes<CareAnswer> answers;
  private final SettlementMeters meters;
  private final Clock clock;

  public CareMessages(
      DecidingCommands deciding,
      EventTypes<SettlementEvent> facts,
      EventTypes<CareAnswer> answers,
      SettlementMeters meters,
      Clock clock) {
    this.deciding = deciding;
    this.facts = facts;
    this.answers = answers;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public Reaction handle(Batch<CareCommand> batch) {
    var commands = new ArrayList<CareCommand>(batch.records().size());
    var parked = new ArrayList<Parked>();
    var traces = new HashMap<UUID, String>();
    for (var inbound : batch.records()) {
      var commandId = commandIdOf(inbound.event());
      if (commandId == null) {
        parked.add(new Parked(inbound.place(), "type: is not known on this topic"));
      } else {
        commands.add(inbound.event());
        if (inbound.traceparent() != null) {
          traces.put(commandId, inbound.traceparent());
        }
      }
    }
    var round = deciding.decide(commands, OffsetDateTime.now(clock));
    return new Reaction(
        round.answers().stream().flatMap(answer -> outbound(answer, traces)).toList(),
        List.copyOf(parked),
        () -> {
          round.acknowledged().run();
          round.answers().forEach(this::count);
        });
  }

  private static @Nullable UUID commandIdOf(CareCommand command) {
    return switch (command) {
      case SettleDischarge discharge -> discharge.commandId();
      case CancelSettlement cancellation -> cancellation.commandId();
      case ProposeReimbursement proposal -> proposal.commandId();
      case DecideReimbursement decision -> decision.commandId();
      case AdoptLaw adoption -> adoption.commandId();
      case OfRecovery about -> about.commandId();
      case CareCommand.Unrecognised _ -> null;
    };
  }

  private Stream<Outbound> outbound(Answer answer, Map<UUID, String> traces) {
    var trace = traces.get(answer.commandId());
    return switch (answer) {
      case Answer.Settled settled ->
          Stream.of(fact(answer, trace, SETTLED, answer.subject(), settled.event()));
      case Answer.Revised revised ->
          Stream.of(fact(answer, trace, REVISED, answer.subject(), revised.event()));
      case Answer.Repeated(var command, var event, var standing) ->
          said(
              answer,
              trace,
              new SettlementRepeated(
                  command.commandId(), standing.orElseGet(() -> settled(event).settlement())));
      case Answer.Refused refused -> said(answer, trace, refused.refusal());
      case Answer.CancelledBefore(var command, var revised) ->
          said(answer, trace, new CancellationRepeated(command.commandId(), revised));
      case Answer.NotCancelled refused -> said(answer, trace, refused.refusal());
      case Answer.CaseStands stands -> stands(stands, trace);
      case Answer.LawAdopted adopted ->
          adopted.decided().stream()
              .map(decided -> fact(answer, trace, REIMBURSED, answer.subject(), decided.event()));
      case Answer.RecoveryStands stands -> stands(stands, trace);
      case Answer.NoCase(var commandId, var _, var problem) ->
          said(answer, trace, new ReimbursementRefused(commandId, problem));
    };
  }

  private Stream<Outbound> stands(Answer.CaseStands answer, @Nullable String trace) {
    var caseId = answer.reimbursement().caseId();
    return Stream.concat(
        answer.approved().stream()
            .map(approved -> fact(answer, trace, REIMBURSED, caseId, approved.event())),
        said(answer, trace, new ReimbursementAnswered(answer.commandId(), answer.reimbursement())));
  }

  private Stream<Outbound> stands(Answer.RecoveryStands answer, @Nullable String trace) {
    return Stream.concat(
        answer.returned().stream()
            .map(back -> fact(answer, trace, RETURNED, back.returnId(), back.event())),
        said(answer, trace, new RecoveryAnswered(answer.commandId(), answer.recovery())));
  }

  /** The id of a fact is its subject's, but for a settlement, whose cancellation is one as well. */
  private static Outbound fact(
      Answer answer, @Nullable String trace, String type, UUID subject, byte[] event) {
    return new Outbound(
        Topics.SETTLEMENTS,
        answer.personNumber(),
        type,
        type.equals(SETTLED) ? DerivedId.of(SETTLED, subject) : subject,
        subject.toString(),
        trace,
        event);
  }

  private Stream<Outbound> said(Answer answer, @Nullable String trace, CareAnswer words) {
    var type = answers.nameOf(words);
    return Stream.of(
        new Outbound(
            Topics.CARE_ANSWERS,
            answer.personNumber(),
            type,
            DerivedId.of(type, answer.commandId()),
            answer.subject().toString(),
            trace,
            answers.write(words)));
  }

  private ClaimSettled settled(byte[] event) {
    return (ClaimSettled) facts.read(SETTLED, event);
  }

  private void count(Answer answer) {
    switch (answer) {
      case Answer.Refused refused when refused.isNew() ->
          meters.refused(refused.refusal().problem().code());
      case Answer.NotCancelled refused when refused.isNew() ->
          meters.refused(refused.refusal().problem().code());
      case Answer.Settled settled when settled.decided().isPresent() ->
          meters.settled(settled.decided().get(), OffsetDateTime.now(clock));
      case Answer.Revised revised when revised.isNew() -> meters.revised(revised.revised());
      case Answer.CaseStands stands ->
          stands
              .approved()
              .filter(Answer.Approved::isNew)
              .ifPresent(approved -> meters.revised(approved.reimbursed()));
      case Answer.LawAdopted adopted ->
          adopted
              .decided()
              .filter(Answer.Approved::isNew)
              .ifPresent(decided -> meters.revised(decided.reimbursed()));
      case Answer.RecoveryStands stands when stands.isNew() -> meters.recovered(stands.recovery());
      case Answer.NoCase refused -> meters.refused(refused.problem().code());
      default -> meters.repeated();
    }
  }
}
