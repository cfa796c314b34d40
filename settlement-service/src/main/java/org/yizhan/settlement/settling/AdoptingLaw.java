package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Refold;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.readjudication.Adoption;
import org.yizhan.settlement.readjudication.NewLaw;
import org.yizhan.settlement.recovery.Overpaid;
import org.yizhan.settlement.settling.Answer.Approved;
import org.yizhan.settlement.settling.Answer.LawAdopted;
import org.yizhan.settlement.settling.BenefitYears.Revising;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Period;

/**
 * Has one year adopt the law in force, as it stands when its command is read (H10). The year is
 * written with its outgoing event; a command that comes again finds it, whatever law is in force by
 * then.
 */
final class AdoptingLaw {

  private final Stores stores;
  private final Refolding refolding;
  private final NewLaw inForce;
  private final EventBytes<ClaimsReimbursed> bytes;
  private final OffsetDateTime now;

  AdoptingLaw(
      Stores stores,
      Refolding refolding,
      NewLaw inForce,
      EventBytes<ClaimsReimbursed> bytes,
      OffsetDateTime now) {
    this.stores = stores;
    this.refolding = refolding;
    this.inForce = inForce;
    this.bytes = bytes;
    this.now = now;
  }

  static String yearIdOf(AdoptLaw command) {
    return BenefitYears.idOf(
        new BenefitYear.Key(command.personNumber(), command.city(), command.year()));
  }

  LawAdopted adopt(AdoptLaw command) {
    var found = stores.years().findWhole(yearIdOf(command));
    if (found.isEmpty()) {
      return unchanged(command, false);
    }
    var year = found.get();
    var before = eventOf(command);
    if (before.isPresent()) {
      return adopted(
          command, year, new Approved(bytes.read().apply(before.get()), before.get(), false));
    }
    if (stores.readjudications().decided(List.of(command.commandId())) > 0) {
      return unchanged(command, false); // as it was decided, whatever the year has become since
    }
    return inForce.is(command.parameterHash()) ? decide(command, year) : unchanged(command, true);
  }

  private Optional<byte[]> eventOf(AdoptLaw command) {
    return stores
        .revisions()
        .find(command.commandId())
        .or(() -> stores.years().revisionOf(yearIdOf(command), command.commandId()));
  }

  private LawAdopted decide(AdoptLaw command, BenefitYear year) {
    // What has no number stays as it is; the preview has named it.
    var refold = inForce.fold(year, new Period(command.from(), command.to()), missing -> {});
    if (refold.changed().isEmpty()) {
      return unchanged(command, false);
    }
    var reimbursed = reimbursed(command, refold);
    var event = bytes.write().apply(reimbursed);
    stores
        .years()
        .revise(
            new Revising(
                year.version(), refold.outsideOneStop().year(), command.commandId(), event));
    return adopted(command, year, new Approved(reimbursed, event, true));
  }

  private ClaimsReimbursed reimbursed(AdoptLaw command, Refold refold) {
    return new ClaimsReimbursed(
        command.commandId(),
        command.commandId(),
        Cause.NEW_LAW,
        command.reason(),
        command.maker(),
        command.checker(),
        command.receivedAt(),
        now,
        refold.changed().stream().map(refolding::revision).toList());
  }

  private static LawAdopted unchanged(AdoptLaw command, boolean lawHasChanged) {
    return new LawAdopted(command, adoption(command, List.of(), lawHasChanged), Optional.empty());
  }

  /**
   * @param year before or after it: what a settlement is grouped by does not change
   */
  private LawAdopted adopted(AdoptLaw command, BenefitYear year, Approved approved) {
    new Overpaid(approved.reimbursed()).recovery().ifPresent(stores.recoveries()::open);
    var settlements =
        approved.reimbursed().revisions().stream()
            .map(
                revision ->
                    Compared.of(
                        year.claimOf(revision.settlement().settlementId()).orElseThrow(),
                        sharesOf(revision.before()),
                        sharesOf(revision.settlement())))
            .filter(Compared::differs) // of the others only the base is another
            .toList();
    return new LawAdopted(command, adoption(command, settlements, false), Optional.of(approved));
  }

  private static Adoption adoption(
      AdoptLaw command, List<Compared> settlements, boolean lawHasChanged) {
    return new Adoption(
        command.commandId(), command.jobId(), command.personNumber(), settlements, lawHasChanged);
  }

  private static Map<Payer, Money> sharesOf(Settlement settlement) {
    var shares = new EnumMap<Payer, Money>(Payer.class);
    settlement.shares().forEach(share -> shares.put(share.payer(), share.amount()));
    return shares;
  }
}
