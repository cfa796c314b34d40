package org.yizhan.suite.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refold;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.readjudication.NewLaw;
import org.yizhan.settlement.reimbursement.Reviewing;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.simulation.Period;

/** Folds years again as cancellations and reimbursements did; it must come to the same bytes. */
final class RevisingAgain {

  private final PartitionLog log;
  private final LawBook book;
  private final Refolding refolding;
  private final Reviewing reviewing;
  private final EventTypes<SettlementEvent> events;
  private final Findings findings;

  RevisingAgain(
      PartitionLog log, LawBook book, EventTypes<SettlementEvent> events, Findings findings) {
    this.log = log;
    this.book = book;
    this.refolding = new Refolding(book);
    this.reviewing = new Reviewing(refolding, book);
    this.events = events;
    this.findings = findings;
  }

  void cancel(Inbound<SettlementEvent> said, RebuiltYears years, EncounterHistory encounters) {
    var published = (ClaimsRevised) said.event();
    var found = log.command(published.commandId(), CancelSettlement.class);
    if (found.isEmpty()) {
      differs(published.revisionId(), "its command is not on " + Topics.CARE_COMMANDS);
      return;
    }
    var command = found.get();
    var key =
        new BenefitYear.Key(
            command.personNumber(), command.city(), command.dischargeDate().getYear());
    var year = years.find(key);
    var claim = year.flatMap(known -> known.claimOf(command.settlementId()));
    if (year.isEmpty() || claim.isEmpty()) {
      differs(published.revisionId(), "cancels %s, which is in no year".formatted(command));
      return;
    }
    var id = DerivedId.of(CancelSettlement.ID_PURPOSE, command.settlementId());
    var refold =
        refolding.fold(
            year.get(),
            each -> each.equals(claim.get()) ? new Standing.Cancelled(id) : Standing.AS_DECIDED);
    compare(
        said,
        id,
        new ClaimsRevised(
            id,
            command.commandId(),
            Cause.CANCELLATION,
            command.reason(),
            command.receivedAt(),
            published.revisedAt(),
            revisions(refold)));
    years.become(refold.year());
    encounters.cancelled(command.settlementId(), BenefitYears.idOf(key));
  }

  void reimburse(Inbound<SettlementEvent> said, RebuiltYears years) {
    var published = (ClaimsReimbursed) said.event();
    if (published.cause() == Cause.NEW_LAW) {
      adopt(said, published, years);
    } else {
      reimburse(said, published, years);
    }
  }

  private void adopt(
      Inbound<SettlementEvent> said, ClaimsReimbursed published, RebuiltYears years) {
    var found = log.command(published.commandId(), AdoptLaw.class);
    var year =
        found.flatMap(
            adopted ->
                years.find(
                    new BenefitYear.Key(adopted.personNumber(), adopted.city(), adopted.year())));
    if (found.isEmpty() || year.isEmpty()) {
      differs(published.caseId(), "its command or its year is not there");
      return;
    }
    var command = found.get();
    var refold =
        new NewLaw(refolding, book.of(command.parameterHash()))
            .fold(year.get(), new Period(command.from(), command.to()), missing -> {});
    compare(
        said,
        published.caseId(),
        new ClaimsReimbursed(
            command.commandId(),
            command.commandId(),
            Cause.NEW_LAW,
            command.reason(),
            command.maker(),
            command.checker(),
            command.receivedAt(),
            published.revisedAt(),
            revisions(refold)));
    years.become(refold.outsideOneStop().year());
  }

  private void reimburse(
      Inbound<SettlementEvent> said, ClaimsReimbursed published, RebuiltYears years) {
    var command = log.command(published.commandId(), DecideReimbursement.class);
    var first = published.revisions().getFirst().settlement();
    var key =
        new BenefitYear.Key(first.personNumber(), first.city(), first.dischargeDate().getYear());
    var year = years.find(key);
    var coverage = year.flatMap(known -> coverageOf(published.caseId(), known));
    if (command.isEmpty() || year.isEmpty() || coverage.isEmpty()) {
      differs(
          published.caseId(),
          command.isEmpty()
              ? "its command is not on " + Topics.CARE_COMMANDS
              : "no coverage and no state of the year make a case of this id");
      return;
    }
    var refold = reviewing.review(year.get(), coverage.get()).refold();
    compare(
        said,
        published.caseId(),
        new ClaimsReimbursed(
            command.get().caseId(),
            published.commandId(),
            published.cause(),
            published.reason(),
            published.maker(),
            command.get().checker(),
            command.get().receivedAt(),
            published.revisedAt(),
            revisions(refold)));
    years.become(refold.outsideOneStop().year());
  }

  /** The id of a case is derived from the year and the coverage that it holds for. */
  private Optional<Coverage> coverageOf(UUID caseId, BenefitYear year) {
    return log.coveragesOf(year.key().personNumber()).values().stream()
        .filter(coverage -> isCaseOf(caseId, year, coverage))
        .findFirst();
  }

  /** As one of the cases of this state: no more were rejected than the log has answers. */
  boolean isCaseOf(UUID caseId, BenefitYear year, Coverage coverage) {
    return IntStream.rangeClosed(0, log.cases().size())
        .mapToObj(rejected -> BenefitYears.caseIdOf(year, coverage.eligibilityVersion(), rejected))
        .anyMatch(caseId::equals);
  }

  Reviewing reviewing() {
    return reviewing;
  }

  List<Revision> revisions(Refold refold) {
    return refold.changed().stream().map(refolding::revision).toList();
  }

  private void compare(Inbound<SettlementEvent> said, UUID id, SettlementEvent again) {
    var bytes = events.write(again);
    if (!Arrays.equals(bytes, said.data())) {
      Members.differences(said.data(), bytes).forEach(what -> differs(id, "folded again, " + what));
    }
  }

  private void differs(UUID id, String what) {
    findings.differs(Topics.SETTLEMENTS, id, what);
  }
}
