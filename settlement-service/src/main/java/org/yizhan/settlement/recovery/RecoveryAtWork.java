package org.yizhan.settlement.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.care.CareCommand.DecideWriteOff;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.care.CareCommand.ProposeWriteOff;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.Recovery.Due;
import org.yizhan.contracts.settlement.Recovery.Part;
import org.yizhan.contracts.settlement.Recovery.Return;
import org.yizhan.contracts.settlement.Recovery.State;
import org.yizhan.contracts.settlement.Recovery.WriteOff;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.SettlementEvent.Portion;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.settlement.approval.TwoPeople;
import org.yizhan.settlement.recovery.RecoveryDecision.Changed;
import org.yizhan.settlement.recovery.RecoveryDecision.Done;
import org.yizhan.settlement.recovery.RecoveryDecision.Refused;

/** A recovery as a command finds it. Pure. */
public record RecoveryAtWork(Recovery recovery) {

  public RecoveryDecision decide(OfRecovery command) {
    return switch (command) {
      case RecordReturn returned -> take(returned);
      case ProposeWriteOff proposal -> propose(proposal);
      case DecideWriteOff decision -> decide(decision);
    };
  }

  private RecoveryDecision take(RecordReturn command) {
    var known =
        recovery.returns().stream()
            .filter(each -> each.reference().equals(command.reference()))
            .findFirst();
    if (known.isPresent()) {
      return again(command, known.get());
    }
    if (!recovery.state().isOpen()) {
      return new Refused(RecoveryRefusals.closed(recovery));
    }
    return recovery
        .dueOf(command.payer())
        .filter(due -> command.amount().compareTo(due.left()) <= 0)
        .map(due -> take(command, due))
        .orElseGet(() -> new Refused(RecoveryRefusals.moreThanOpen(command, recovery)));
  }

  private RecoveryDecision again(RecordReturn command, Return known) {
    boolean same =
        known.payer() == command.payer()
            && known.amount().equals(command.amount())
            && known.receivedOn().equals(command.receivedOn());
    boolean mine = known.commandId().equals(command.commandId());
    return same
        ? new Done(recovery, mine ? Optional.of(known.returnId()) : Optional.empty())
        : new Refused(RecoveryRefusals.referenceUsed(known));
  }

  private RecoveryDecision take(RecordReturn command, Due due) {
    var portions = new ArrayList<Portion>();
    var parts = new ArrayList<Part>();
    var rest = command.amount();
    for (var part : due.parts()) {
      var taken = rest.atMost(part.amount().minus(part.returned()));
      rest = rest.minus(taken);
      parts.add(
          new Part(part.settlementId(), part.county(), part.amount(), part.returned().plus(taken)));
      if (!taken.isZero()) {
        portions.add(new Portion(part.settlementId(), part.county(), taken));
      }
    }
    var returned = returned(command, portions);
    return new Changed(with(returned, Due.of(due.payer(), parts)), Optional.of(returned));
  }

  private RecoveryReturned returned(RecordReturn command, List<Portion> portions) {
    return new RecoveryReturned(
        DerivedId.of("recovery-return", recovery.caseId(), command.reference()),
        recovery.caseId(),
        command.commandId(),
        recovery.personNumber(),
        recovery.city(),
        command.payer(),
        command.amount(),
        command.receivedOn(),
        command.reference(),
        command.recordedBy(),
        command.receivedAt(),
        portions);
  }

  private Recovery with(RecoveryReturned returned, Due changed) {
    var dues =
        recovery.dues().stream()
            .map(due -> due.payer() == changed.payer() ? changed : due)
            .toList();
    var returns = new ArrayList<>(recovery.returns());
    returns.add(
        new Return(
            returned.returnId(),
            returned.commandId(),
            returned.reference(),
            returned.payer(),
            returned.amount(),
            returned.receivedOn(),
            returned.recordedBy(),
            returned.receivedAt()));
    boolean all = dues.stream().map(Due::left).allMatch(Money::isZero);
    var state = all ? State.RETURNED : State.PARTLY_RETURNED;
    return become(state, dues, returns, recovery.writeOffs());
  }

  private RecoveryDecision propose(ProposeWriteOff command) {
    if (writeOff(each -> each.proposedBy().equals(command.commandId())).isPresent()) {
      return new Done(recovery, Optional.empty());
    }
    if (!recovery.state().isOpen()) {
      return new Refused(RecoveryRefusals.closed(recovery));
    }
    var waiting = waiting();
    if (waiting.isPresent()) {
      boolean same =
          waiting.get().maker().equals(command.maker())
              && waiting.get().reason().equals(command.reason());
      return same
          ? new Done(recovery, Optional.empty())
          : new Refused(RecoveryRefusals.writeOffProposed(recovery));
    }
    var writeOffs = new ArrayList<>(recovery.writeOffs());
    writeOffs.add(
        new WriteOff(
            command.commandId(),
            ReimbursementCase.State.PROPOSED,
            command.maker(),
            command.reason(),
            command.receivedAt(),
            null,
            null,
            null));
    return changed(recovery.state(), writeOffs);
  }

  private RecoveryDecision decide(DecideWriteOff command) {
    var known = writeOff(each -> command.commandId().equals(each.decidedBy()));
    var waiting = waiting();
    if (known.isPresent() || waiting.isEmpty()) {
      return known.isPresent() || isAsItStands(command)
          ? new Done(recovery, Optional.empty())
          : new Refused(RecoveryRefusals.noWriteOff(recovery));
    }
    var refusal = new TwoPeople(waiting.get().maker(), command.checker()).refusal();
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    if (!recovery.state().isOpen()) {
      return new Refused(RecoveryRefusals.closed(recovery));
    }
    var writeOffs = new ArrayList<>(recovery.writeOffs());
    writeOffs.set(writeOffs.size() - 1, decided(waiting.get(), command));
    return changed(command.approve() ? State.WRITTEN_OFF : recovery.state(), writeOffs);
  }

  /** Somebody asks for the approval that was given, as after an answer that got lost. */
  private boolean isAsItStands(DecideWriteOff command) {
    return command.approve()
        && recovery.state() == State.WRITTEN_OFF
        && command.checker().equals(recovery.writeOffs().getLast().checker());
  }

  private static WriteOff decided(WriteOff proposed, DecideWriteOff command) {
    return new WriteOff(
        proposed.proposedBy(),
        command.approve() ? ReimbursementCase.State.APPROVED : ReimbursementCase.State.REJECTED,
        proposed.maker(),
        proposed.reason(),
        proposed.proposedAt(),
        command.commandId(),
        command.checker(),
        command.receivedAt());
  }

  private Optional<WriteOff> writeOff(Predicate<WriteOff> which) {
    return recovery.writeOffs().stream().filter(which).findFirst();
  }

  private Optional<WriteOff> waiting() {
    return writeOff(each -> each.state() == ReimbursementCase.State.PROPOSED);
  }

  private Changed changed(State state, List<WriteOff> writeOffs) {
    return new Changed(
        become(state, recovery.dues(), recovery.returns(), writeOffs), Optional.empty());
  }

  private Recovery become(
      State state, List<Due> dues, List<Return> returns, List<WriteOff> writeOffs) {
    return new Recovery(
        recovery.caseId(),
        recovery.version() + 1,
        state,
        recovery.cause(),
        recovery.personNumber(),
        recovery.city(),
        recovery.since(),
        dues,
        returns,
        writeOffs);
  }
}
