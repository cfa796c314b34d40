package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.chassis.parameter.MissingParameter;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.settlement.approval.TwoPeople;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.bill.Refusals;
import org.yizhan.settlement.recovery.Overpaid;
import org.yizhan.settlement.reimbursement.Review;
import org.yizhan.settlement.reimbursement.Reviewing;
import org.yizhan.settlement.settling.Answer.Approved;
import org.yizhan.settlement.settling.Answer.CaseStands;
import org.yizhan.settlement.settling.Answer.NoCase;
import org.yizhan.settlement.settling.BenefitYears.Revising;

/**
 * Manual reimbursement of what became known late (H10, W3), by two people. A case holds for one
 * state of year and coverage; if either has moved on, it is proposed again. The approved year is
 * written with its outgoing event first, then the case, then what is to be recovered; each is found
 * done when the command comes again.
 */
final class Reimbursing {

  private final Stores stores;
  private final Refolding refolding;
  private final Reviewing reviewing;
  private final EventBytes<ClaimsReimbursed> bytes;
  private final OffsetDateTime now;

  Reimbursing(
      Stores stores,
      Refolding refolding,
      Reviewing reviewing,
      EventBytes<ClaimsReimbursed> bytes,
      OffsetDateTime now) {
    this.stores = stores;
    this.refolding = refolding;
    this.reviewing = reviewing;
    this.bytes = bytes;
    this.now = now;
  }

  Answer propose(ProposeReimbursement command) {
    var key = new BenefitYear.Key(command.personNumber(), command.city(), command.year());
    var year = stores.years().findWhole(BenefitYears.idOf(key));
    var coverage = coverageOf(command.personNumber());
    if (year.isEmpty() || coverage.isEmpty()) {
      return no(command, ReimbursementRefusals.nothing(command));
    }
    try {
      var review = reviewing.review(year.get(), coverage.get());
      var toCancel = reviewing.toCancel(year.get(), review);
      if (!toCancel.isEmpty()) {
        return no(command, ReimbursementRefusals.unclear(toCancel));
      }
      if (review.refold().changed().isEmpty()) {
        return no(command, ReimbursementRefusals.nothing(command));
      }
      var stands = open(command, year.get(), coverage.get(), review);
      return new CaseStands(command.commandId(), stands, Optional.empty());
    } catch (MissingParameter missing) {
      return no(command, Refusals.parameterMissing(missing));
    }
  }

  /**
   * What was rejected can be proposed again; the very command that proposed it finds it as it is.
   */
  private ReimbursementCase open(
      ProposeReimbursement command, BenefitYear year, Coverage coverage, Review review) {
    for (int rejected = 0; ; rejected++) {
      var id = BenefitYears.caseIdOf(year, coverage.eligibilityVersion(), rejected);
      var known = stores.cases().find(id);
      if (known.isEmpty()) {
        var proposed = caseOf(id, command, year, coverage, review);
        stores.cases().propose(proposed);
        return proposed;
      }
      if (known.get().state() != State.REJECTED || isBy(command, known.get())) {
        return known.get();
      }
    }
  }

  private static boolean isBy(ProposeReimbursement command, ReimbursementCase known) {
    return known.maker().equals(command.maker())
        && known.proposedAt().isEqual(command.receivedAt())
        && known.reason().equals(command.reason());
  }

  private ReimbursementCase caseOf(
      UUID id, ProposeReimbursement command, BenefitYear year, Coverage coverage, Review review) {
    return new ReimbursementCase(
        id,
        State.PROPOSED,
        command.personNumber(),
        command.city(),
        command.year(),
        year.version(),
        coverage.eligibilityVersion(),
        command.reason(),
        command.maker(),
        command.receivedAt(),
        null,
        null,
        revisions(review).stream().map(Adjustment::of).toList(),
        review.totals(),
        review.unclear());
  }

  private List<Revision> revisions(Review review) {
    return review.refold().changed().stream().map(refolding::revision).toList();
  }

  Answer decide(DecideReimbursement command) {
    var found = stores.cases().find(command.caseId());
    if (found.isEmpty()) {
      return no(command, ReimbursementRefusals.unknown(command.caseId()));
    }
    var reimbursement = found.get();
    var samePerson = new TwoPeople(reimbursement.maker(), command.checker()).refusal();
    if (samePerson.isPresent()) {
      return no(command, samePerson.get());
    }
    var done = approvalOf(reimbursement);
    if (done.isPresent()) {
      return again(command, reimbursement, done.get());
    }
    if (reimbursement.state() != State.PROPOSED) {
      return reimbursement.state() == State.REJECTED && !command.approve()
          ? new CaseStands(command.commandId(), reimbursement, Optional.empty())
          : no(command, ReimbursementRefusals.decided(reimbursement));
    }
    return command.approve() ? approve(command, reimbursement) : reject(command, reimbursement);
  }

  private Optional<byte[]> approvalOf(ReimbursementCase reimbursement) {
    return stores
        .revisions()
        .find(reimbursement.caseId())
        .or(() -> stores.years().revisionOf(yearIdOf(reimbursement), reimbursement.caseId()));
  }

  private Answer again(DecideReimbursement command, ReimbursementCase reimbursement, byte[] event) {
    if (!command.approve()) {
      return no(command, ReimbursementRefusals.decided(reimbursement));
    }
    var reimbursed = bytes.read().apply(event);
    boolean mine = reimbursed.commandId().equals(command.commandId());
    return approved(command, reimbursement, reimbursed, event, mine, false);
  }

  private Answer reject(DecideReimbursement command, ReimbursementCase reimbursement) {
    var rejected = reimbursement.decided(State.REJECTED, command.checker(), command.receivedAt());
    stores.cases().decide(rejected);
    return new CaseStands(command.commandId(), rejected, Optional.empty());
  }

  private Answer approve(DecideReimbursement command, ReimbursementCase reimbursement) {
    var year = stores.years().findWhole(yearIdOf(reimbursement));
    var coverage = coverageOf(reimbursement.personNumber());
    if (year.isEmpty()
        || coverage.isEmpty()
        || year.get().version() != reimbursement.yearVersion()
        || coverage.get().eligibilityVersion() != reimbursement.eligibilityVersion()) {
      return no(command, ReimbursementRefusals.outdated(reimbursement));
    }
    var review = reviewing.review(year.get(), coverage.get());
    var reimbursed =
        new ClaimsReimbursed(
            reimbursement.caseId(),
            command.commandId(),
            Cause.LATE_KNOWLEDGE,
            reimbursement.reason(),
            reimbursement.maker(),
            command.checker(),
            command.receivedAt(),
            now,
            revisions(review));
    var event = bytes.write().apply(reimbursed);
    stores
        .years()
        .revise(
            new Revising(
                year.get().version(),
                review.refold().outsideOneStop().year(),
                reimbursement.caseId(),
                event));
    return approved(command, reimbursement, reimbursed, event, true, true);
  }

  private Answer approved(
      DecideReimbursement command,
      ReimbursementCase reimbursement,
      ClaimsReimbursed reimbursed,
      byte[] event,
      boolean toTheBooks,
      boolean isNew) {
    var stands =
        reimbursement.decided(State.APPROVED, reimbursed.checker(), reimbursed.receivedAt());
    stores.cases().decide(stands);
    new Overpaid(reimbursed).recovery().ifPresent(stores.recoveries()::open);
    return new CaseStands(
        command.commandId(),
        stands,
        toTheBooks ? Optional.of(new Approved(reimbursed, event, isNew)) : Optional.empty());
  }

  static String yearIdOf(ReimbursementCase reimbursement) {
    return BenefitYears.idOf(
        new BenefitYear.Key(
            reimbursement.personNumber(), reimbursement.city(), reimbursement.year()));
  }

  private Optional<Coverage> coverageOf(String person) {
    return Optional.ofNullable(stores.coverages().find(List.of(person)).get(person))
        .flatMap(known -> Optional.ofNullable(known.coverage()));
  }

  private static Answer no(ProposeReimbursement command, Problem problem) {
    return new NoCase(command.commandId(), command.personNumber(), problem);
  }

  private static Answer no(DecideReimbursement command, Problem problem) {
    return new NoCase(command.commandId(), command.personNumber(), problem);
  }
}
