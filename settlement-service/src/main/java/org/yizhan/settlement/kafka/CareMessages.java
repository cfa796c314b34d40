package org.yizhan.settlement.kafka;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.BatchHandler;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Reaction.Parked;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer;
import org.yizhan.contracts.settlement.CareAnswer.SettlementRepeated;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.settlement.settling.Answer;
import org.yizhan.settlement.settling.SettlingDischarges;

/** Commands in; facts to the books, answers to whoever waits. */
public final class CareMessages implements BatchHandler<CareCommand> {

  private static final String SETTLED = "claim-settled.v1";

  private final SettlingDischarges settling;
  private final EventTypes<SettlementEvent> facts;
  private final EventTypes<CareAnswer> answers;
  private final SettlementMeters meters;
  private final Clock clock;

  public CareMessages(
      SettlingDischarges settling,
      EventTypes<SettlementEvent> facts,
      EventTypes<CareAnswer> answers,
      SettlementMeters meters,
      Clock clock) {
    this.settling = settling;
    this.facts = facts;
    this.answers = answers;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public Reaction handle(Batch<CareCommand> batch) {
    var commands = new ArrayList<SettleDischarge>(batch.records().size());
    var parked = new ArrayList<Parked>();
    var traces = new HashMap<UUID, String>();
    for (var inbound : batch.records()) {
      switch (inbound.event()) {
        case SettleDischarge command -> {
          commands.add(command);
          if (inbound.traceparent() != null) {
            traces.put(command.commandId(), inbound.traceparent());
          }
        }
        case CareCommand.Unrecognised() ->
            parked.add(new Parked(inbound.place(), "type: is not known on this topic"));
      }
    }
    var round = settling.settle(commands, OffsetDateTime.now(clock));
    return new Reaction(
        round.answers().stream().map(answer -> outbound(answer, traces)).toList(),
        List.copyOf(parked),
        () -> {
          round.acknowledged().run();
          round.answers().forEach(this::count);
        });
  }

  private Outbound outbound(Answer answer, Map<UUID, String> traces) {
    var trace = traces.get(answer.command().commandId());
    var person = answer.command().personNumber();
    var subject = answer.settlementId().toString();
    return switch (answer) {
      case Answer.Settled(var command, byte[] event, var decided) ->
          new Outbound(
              Topics.SETTLEMENTS,
              person,
              SETTLED,
              DerivedId.of(SETTLED, command.settlementId()),
              subject,
              trace,
              event);
      case Answer.Repeated(var command, byte[] event) ->
          said(
              person,
              subject,
              trace,
              new SettlementRepeated(command.commandId(), settled(event).settlement()));
      case Answer.Refused(var command, var refusal, var isNew) ->
          said(person, subject, trace, refusal);
    };
  }

  private Outbound said(
      String person,
      String subject,
      @org.jspecify.annotations.Nullable String trace,
      CareAnswer answer) {
    var commandId =
        switch (answer) {
          case SettlementRepeated repeated -> repeated.commandId();
          case CareAnswer.DischargeRefused refused -> refused.commandId();
          case CareAnswer.Unrecognised() -> throw new IllegalStateException("never sent");
        };
    var type = answers.nameOf(answer);
    return new Outbound(
        Topics.CARE_ANSWERS,
        person,
        type,
        DerivedId.of(type, commandId),
        subject,
        trace,
        answers.write(answer));
  }

  private ClaimSettled settled(byte[] event) {
    return (ClaimSettled) facts.read(SETTLED, event);
  }

  private void count(Answer answer) {
    switch (answer) {
      case Answer.Refused(var command, var refusal, boolean isNew) when isNew ->
          meters.refused(refusal.problem().code());
      case Answer.Settled settled ->
          settled
              .decided()
              .ifPresentOrElse(
                  settlement -> meters.settled(settlement, OffsetDateTime.now(clock)),
                  meters::repeated);
      case Answer.Refused again -> meters.repeated();
      case Answer.Repeated again -> meters.repeated();
    }
  }
}
