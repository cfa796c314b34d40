package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.reimbursement.Reviewing;
import org.yizhan.settlement.settling.Answer.CaseStands;
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
  private final Adjudication adjudication;
  private final Refolding refolding;
  private final Reviewing reviewing;
  private final Bytes bytes;

  /** The one form of each event's bytes. */
  public record Bytes(
      Function<ClaimSettled, byte[]> settled,
      EventBytes<ClaimsRevised> revised,
      EventBytes<ClaimsReimbursed> reimbursed) {}

  public DecidingCommands(
      Stores stores,
      Adjudication adjudication,
      Refolding refolding,
      Reviewing reviewing,
      Bytes bytes) {
    this.stores = stores;
    this.adjudication = adjudication;
    this.refolding = refolding;
    this.reviewing = reviewing;
    this.bytes = bytes;
  }

  /**
   * @param commands in order of arrival; those of one person are in one partition
   * @param now the time of decision; a redelivered decision keeps its first
   */
  public Round decide(List<CareCommand> commands, OffsetDateTime now) {
    var years = new YearsAtWork(stores);
    var cancelling = new Cancelling(stores, refolding, bytes.revised(), now);
    var reimbursing = new Reimbursing(stores, refolding, reviewing, bytes.reimbursed(), now);
    var rounds = new ArrayList<Round>();
    var inARow = new ArrayList<SettleDischarge>();
    for (var command : commands) {
      switch (command) {
        case SettleDischarge discharge -> inARow.add(discharge);
        case CancelSettlement cancellation -> {
          rounds.add(settle(inARow, years, now));
          inARow.clear();
          rounds.add(cancel(cancellation, cancelling));
          years.forget(Cancelling.yearIdOf(cancellation));
        }
        case ProposeReimbursement proposal -> {
          rounds.add(settle(inARow, years, now));
          inARow.clear();
          rounds.add(new Round(List.of(reimbursing.propose(proposal)), () -> {}));
        }
        case DecideReimbursement decision -> {
          rounds.add(settle(inARow, years, now));
          inARow.clear();
          var answer = reimbursing.decide(decision);
          rounds.add(new Round(List.of(answer), () -> keepApproved(answer)));
          if (answer instanceof CaseStands stands) {
            years.forget(Reimbursing.yearIdOf(stands.reimbursement()));
          }
        }
        case CareCommand.Unrecognised _ -> {} // the edge has set it aside
      }
    }
    rounds.add(settle(inARow, years, now));
    return Round.of(rounds);
  }

  private Round settle(List<SettleDischarge> commands, YearsAtWork years, OffsetDateTime now) {
    if (commands.isEmpty()) {
      return Round.NOTHING;
    }
    var facts = Facts.of(commands, stores);
    var intake = new Intake(stores, adjudication, facts, now).take(commands);
    years.read(intake.yearIds());
    return new Sitting(stores, adjudication, bytes.settled(), years, now).decide(intake);
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

  private void keep(YearRevision revision, byte[] event, String yearId) {
    stores.revisions().keep(Kept.of(revision, event));
    stores.years().forgetRevision(yearId, revision.revisionId());
  }
}
