package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.settling.Answer.Revised;
import org.yizhan.settlement.settling.Cancelling.EventBytes;
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
 * they are. A cancellation reads a whole year and is decided by itself.
 */
public final class DecidingCommands {

  private final Stores stores;
  private final Adjudication adjudication;
  private final Refolding refolding;
  private final Bytes bytes;

  /**
   * The one form of each event's bytes.
   *
   * @param readRevised reads what {@code revised} wrote
   */
  public record Bytes(
      Function<ClaimSettled, byte[]> settled,
      Function<ClaimsRevised, byte[]> revised,
      Function<byte[], ClaimsRevised> readRevised) {}

  public DecidingCommands(
      Stores stores, Adjudication adjudication, Refolding refolding, Bytes bytes) {
    this.stores = stores;
    this.adjudication = adjudication;
    this.refolding = refolding;
    this.bytes = bytes;
  }

  /**
   * @param commands in order of arrival; those of one person are in one partition
   * @param now the time of decision; a redelivered decision keeps its first
   */
  public Round decide(List<CareCommand> commands, OffsetDateTime now) {
    var years = new YearsAtWork(stores.years());
    var cancelling =
        new Cancelling(
            stores, refolding, new EventBytes<>(bytes.revised(), bytes.readRevised()), now);
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
    var revised = answer.revised();
    stores.revisions().keep(Kept.of(revised, answer.event()));
    stores.years().forgetRevision(Cancelling.yearIdOf(answer.command()), revised.revisionId());
  }
}
