package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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
import org.yizhan.settlement.settling.Answer.CaseStands;
import org.yizhan.settlement.settling.Answer.LawAdopted;
import org.yizhan.settlement.settling.Answer.Revised;
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
        rounds.add(decideAlone(command, years, now));
      }
    }
    rounds.add(settle(inARow, years, now));
    return Round.of(rounds);
  }

  private Round decideAlone(CareCommand command, YearsAtWork years, OffsetDateTime now) {
    return switch (command) {
      case CancelSettlement cancellation -> {
        years.forget(Cancelling.yearIdOf(cancellation));
        yield cancel(cancellation, new Cancelling(stores, rules.refolding(), bytes.revised(), now));
      }
      case ProposeReimbursement proposal ->
          new Round(List.of(reimbursing(now).propose(proposal)), () -> {});
      case DecideReimbursement decision -> {
        var answer = reimbursing(now).decide(decision);
        if (answer instanceof CaseStands stands) {
          years.forget(Reimbursing.yearIdOf(stands.reimbursement()));
        }
        yield new Round(List.of(answer), () -> keepApproved(answer));
      }
      case AdoptLaw adoption -> {
        years.forget(AdoptingLaw.yearIdOf(adoption));
        var answer =
            new AdoptingLaw(stores, rules.refolding(), rules.inForce(), bytes.reimbursed(), now)
                .adopt(adoption);
        yield new Round(List.of(answer), () -> keepAdopted(answer));
      }
      case OfRecovery about ->
          new Round(
              List.of(new Recovering(stores.recoveries(), bytes.returned()).decide(about)),
              () -> {}); // the recovery keeps its events
      case SettleDischarge _, CareCommand.Unrecognised _ ->
          Round.NOTHING; // settled in a row; set aside by the edge
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
    return new Sitting(stores, rules.adjudication(), bytes.settled(), years, others, now)
        .decide(intake);
  }

  private Round cancel(CancelSettlement command, Cancelling cancelling) {
    var answer = cancelling.cancel(command);
    return new Round(
        List.of(answer),
        () -> {
          if (answer instanceof Revised revised) {
            keep(revised);
          }
        });
  }

  private void keep(Revised answer) {
    keep(answer.revised(), answer.event(), Cancelling.yearIdOf(answer.command()));
  }

  private void keepApproved(Answer answer) {
    if (answer instanceof CaseStands stands) {
      stands
          .approved()
          .ifPresent(
              approved ->
                  keep(
                      approved.reimbursed(),
                      approved.event(),
                      Reimbursing.yearIdOf(stands.reimbursement())));
    }
  }

  /** The job may count the year once the brokers have what is said about it, not before. */
  private void keepAdopted(LawAdopted answer) {
    answer
        .decided()
        .ifPresent(
            decided ->
                keep(
                    decided.reimbursed(), decided.event(), AdoptingLaw.yearIdOf(answer.command())));
    stores.readjudications().keep(answer.adoption());
  }

  private void keep(YearRevision revision, byte[] event, String yearId) {
    stores.revisions().keep(Kept.of(revision, event));
    stores.years().forgetRevision(yearId, revision.revisionId());
  }
}
