package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.Cascade;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.bill.Refusals;
import org.yizhan.settlement.settling.Answer.CancelledBefore;
import org.yizhan.settlement.settling.Answer.NotCancelled;
import org.yizhan.settlement.settling.Answer.OfCancellation;
import org.yizhan.settlement.settling.Answer.Revised;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;
import org.yizhan.settlement.settling.BenefitYears.Revising;
import org.yizhan.settlement.settling.Encounters.Encounter;

/**
 * Takes settlements back, one at a time: the year is folded again without the claim, and what that
 * changes of later settlements is adjusted with it or is the reason to refuse. The year with the
 * outgoing event is written first, then the encounter is freed; either is found done when the
 * command comes again.
 */
final class Cancelling {

  private final Stores stores;
  private final Refolding refolding;
  private final EventBytes<ClaimsRevised> bytes;
  private final OffsetDateTime now;

  Cancelling(
      Stores stores, Refolding refolding, EventBytes<ClaimsRevised> bytes, OffsetDateTime now) {
    this.stores = stores;
    this.refolding = refolding;
    this.bytes = bytes;
    this.now = now;
  }

  static UUID idOf(CancelSettlement command) {
    return DerivedId.of(CancelSettlement.ID_PURPOSE, command.settlementId());
  }

  static String yearIdOf(CancelSettlement command) {
    return BenefitYears.idOf(
        new BenefitYear.Key(
            command.personNumber(), command.city(), command.dischargeDate().getYear()));
  }

  OfCancellation cancel(CancelSettlement command) {
    var refusal = stores.revisions().refusalOf(command.commandId());
    if (refusal.isPresent()) {
      return new NotCancelled(command, refusal.get(), false);
    }
    var year = stores.years().findWhole(yearIdOf(command));
    var claim = year.flatMap(found -> found.claimOf(command.settlementId()));
    if (claim.isEmpty()) {
      return refuse(command, CancellationRefusals.unknown(command), List.of());
    }
    if (!claim.get().outside().isEmpty()) {
      return refuse(command, CancellationRefusals.reimbursed(command), List.of());
    }
    return claim.get().stands()
        ? decide(command, year.orElseThrow(), claim.get())
        : again(command, claim.get());
  }

  private OfCancellation decide(CancelSettlement command, BenefitYear year, Claim claim) {
    var id = idOf(command);
    try {
      var refold =
          refolding.fold(
              year, each -> each.equals(claim) ? new Standing.Cancelled(id) : Standing.AS_DECIDED);
      var revisions = refold.changed().stream().map(refolding::revision).toList();
      var later = adjustments(revisions);
      var reimbursed = refold.partlyOutside();
      if (!reimbursed.isEmpty()) {
        return refuse(command, CancellationRefusals.laterReimbursed(command, reimbursed), later);
      }
      if (!later.isEmpty() && command.cascade() == Cascade.REFUSE) {
        return refuse(command, CancellationRefusals.laterSettlements(command, later), later);
      }
      var revised = revised(command, revisions);
      var event = bytes.write().apply(revised);
      stores.years().revise(new Revising(year.version(), refold.year(), id, event));
      free(command, claim);
      return new Revised(command, revised, event, true);
    } catch (MissingParameter missing) {
      return refuse(command, Refusals.parameterMissing(missing), List.of());
    }
  }

  private static List<Adjustment> adjustments(List<Revision> revisions) {
    return revisions.stream()
        .filter(revision -> !revision.isCancellation())
        .map(Adjustment::of)
        .toList();
  }

  private ClaimsRevised revised(CancelSettlement command, List<Revision> revisions) {
    return new ClaimsRevised(
        idOf(command),
        command.commandId(),
        Cause.CANCELLATION,
        command.reason(),
        command.receivedAt(),
        now,
        revisions);
  }

  /** The very command again: the same bytes to the books. Another one: only an answer. */
  private OfCancellation again(CancelSettlement command, Claim claim) {
    free(command, claim);
    var id = idOf(command);
    var event =
        stores
            .revisions()
            .find(id)
            .or(() -> stores.years().revisionOf(yearIdOf(command), id))
            .orElseThrow(
                () -> new ChangedMeanwhile("cancellation " + id + " is decided, not found"));
    var revised = bytes.read().apply(event);
    return revised.commandId().equals(command.commandId())
        ? new Revised(command, revised, event, false)
        : new CancelledBefore(command, revised);
  }

  private void free(CancelSettlement command, Claim claim) {
    stores
        .encounters()
        .cancel(Encounter.of(claim.command()), command.settlementId(), yearIdOf(command));
  }

  private OfCancellation refuse(CancelSettlement command, Problem problem, List<Adjustment> later) {
    var refusal =
        new CancellationRefused(command.commandId(), command.settlementId(), now, problem, later);
    stores.revisions().keepRefusal(refusal);
    return new NotCancelled(command, refusal, true);
  }
}
