package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;
import org.yizhan.settlement.settling.Answer.Approved;
import org.yizhan.settlement.settling.Answer.CaseStands;
import org.yizhan.settlement.settling.Answer.LawAdopted;
import org.yizhan.settlement.settling.Revisions.Kept;

/**
 * Decides a batch of commands: what was decided before is found, not decided again; what is new is
 * decided once and written with the year it changes, before anything is said.
 *
 * <p>The order of the steps is the safety of the whole. Refusals and encounters are looked up
 * first; an encounter is claimed before its bill is divided; the year, with the outgoing event, is
 * written before the event is published; the settlement's own document is written only after the
 * brokers have the event ({@link Round#acknowledged}).
 *
 * <p>Discharges in a row are settled together, with a handful of look-ups and writes however many
 * they are. Whatever reads a whole year is decided by itself.
 */
public final class DecidingCommands {

  private final Stores stores;
  private final Rules rules;
  private final Bytes bytes;

  /** The one form of each event's bytes. */
  public record Bytes(
      Function<ClaimSettled, byte[]> settled,
      EventBytes<ClaimsRevised> revised,
      EventBytes<ClaimsReimbursed> reimbursed,
      Function<RecoveryReturned, byte[]> returned) {}

  public DecidingCommands(Stores stores, Rules rules, Bytes bytes) {
    this.stores = stores;
    this.rules = rules;
    this.bytes = bytes;
  }

  /**
   * @param commands in order of arrival; those of one person are in one partition
   * @param now the time of decision; a redelivered decision keeps its first
   */
  public Round decide(List<CareCommand> commands, OffsetDateTime now) {
    var years = new YearsAtWork(stores);
    var rounds = new ArrayList<Round>();
    var inARow = new ArrayList<SettleDischarge>();
    for (var command : commands) {
      if (command instanceof SettleDischarge discharge) {
        inARow.add(discharge);
      } else {
        rounds.add(settle(inARow, years, now));
        inARow.clear();
        decideAlone(command, years, now)
            .ifPresent(answer -> rounds.add(new Round(List.of(answer), () -> {})));
      }
    }
    rounds.add(settle(inARow, years, now));
    var round = Round.of(rounds);
    rounds.add(new Round(List.of(), () -> keep(round.answers())));
    return Round.of(rounds);
  }

  private Optional<Answer> decideAlone(CareCommand command, YearsAtWork years, OffsetDateTime now) {
    return switch (command) {
      case CancelSettlement cancellation -> {
        years.forget(Cancelling.yearIdOf(cancellation));
        yield Optional.of(
            new Cancelling(stores, rules.refolding(), bytes.revised(), now).cancel(cancellation));
      }
      case ProposeReimbursement proposal -> Optional.of(reimbursing(now).propose(proposal));
      case DecideReimbursement decision -> {
        var answer = reimbursing(now).decide(decision);
        if (answer instanceof CaseStands stands) {
          years.forget(Reimbursing.yearIdOf(stands.reimbursement()));
        }
        yield Optional.of(answer);
      }
      case AdoptLaw adoption -> {
        years.forget(AdoptingLaw.yearIdOf(adoption));
        yield Optional.of(
            new AdoptingLaw(stores, rules.refolding(), rules.inForce(), bytes.reimbursed(), now)
                .adopt(adoption));
      }
      case OfRecovery about -> // it keeps its own events
          Optional.of(new Recovering(stores.recoveries(), bytes.returned()).decide(about));
      case SettleDischarge _, CareCommand.Unrecognised _ ->
          Optional.empty(); // settled in a row; set aside by the edge
    };
  }

  private Reimbursing reimbursing(OffsetDateTime now) {
    return new Reimbursing(stores, rules.refolding(), rules.reviewing(), bytes.reimbursed(), now);
  }

  private Round settle(List<SettleDischarge> commands, YearsAtWork years, OffsetDateTime now) {
    if (commands.isEmpty()) {
      return Round.NOTHING;
    }
    var facts = Facts.of(commands, stores);
    var intake = new Intake(stores, rules.adjudication(), facts, now).take(commands);
    years.read(intake.yearIds());
    var others = new OtherNumbers(stores.years(), facts::coverageOf);
    return new Sitting(stores, rules, bytes.settled(), years, others, now).decide(intake);
  }

  /**
   * What the brokers have is kept by itself, so that no year need carry it any longer. A job may
   * count a year only then.
   */
  private void keep(List<Answer> answers) {
    var published = answers.stream().map(Revised::in).flatMap(Optional::stream).toList();
    if (!published.isEmpty()) {
      stores
          .revisions()
          .keep(published.stream().map(one -> Kept.of(one.revision(), one.event())).toList());
      var yearIds = new HashMap<UUID, String>();
      published.forEach(one -> yearIds.put(one.revision().revisionId(), one.yearId()));
      stores.years().forgetRevisions(yearIds);
    }
    var adoptions =
        answers.stream()
            .filter(LawAdopted.class::isInstance)
            .map(answer -> ((LawAdopted) answer).adoption())
            .toList();
    if (!adoptions.isEmpty()) {
      stores.readjudications().keep(adoptions);
    }
  }

  /** A year that was revised, as it was published. */
  private record Revised(YearRevision revision, byte[] event, String yearId) {

    static Optional<Revised> in(Answer answer) {
      return switch (answer) {
        case Answer.Revised(var command, var revised, var event, var _) ->
            Optional.of(new Revised(revised, event, Cancelling.yearIdOf(command)));
        case CaseStands stands ->
            stands
                .approved()
                .map(approved -> of(approved, Reimbursing.yearIdOf(stands.reimbursement())));
        case LawAdopted adopted ->
            adopted.decided().map(decided -> of(decided, AdoptingLaw.yearIdOf(adopted.command())));
        default -> Optional.empty();
      };
    }

    private static Revised of(Approved approved, String yearId) {
      return new Revised(approved.reimbursed(), approved.event(), yearId);
    }
  }
}
