package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Decision;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.bill.Examination.Inadmissible;
import org.yizhan.settlement.settling.Answer.OfDischarge;
import org.yizhan.settlement.settling.Answer.Refused;
import org.yizhan.settlement.settling.Answer.Repeated;
import org.yizhan.settlement.settling.Answer.Settled;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;
import org.yizhan.settlement.settling.Case.Admitted;
import org.yizhan.settlement.settling.Case.CancelledSince;
import org.yizhan.settlement.settling.Case.NotAdmitted;
import org.yizhan.settlement.settling.Case.RefusedBefore;
import org.yizhan.settlement.settling.Encounters.Claim;

/**
 * The second half of settling: decides each case by its person's year, in order, and writes what
 * came of it.
 */
final class Sitting {

  private final Stores stores;
  private final Rules rules;
  private final Function<ClaimSettled, byte[]> encode;
  private final YearsAtWork years;
  private final OtherNumbers others;
  private final OffsetDateTime now;
  private final List<DischargeRefused> refusals = new ArrayList<>();
  private final Map<UUID, byte[]> published = new HashMap<>();

  Sitting(
      Stores stores,
      Rules rules,
      Function<ClaimSettled, byte[]> encode,
      YearsAtWork years,
      OtherNumbers others,
      OffsetDateTime now) {
    this.stores = stores;
    this.rules = rules;
    this.encode = encode;
    this.years = years;
    this.others = others;
    this.now = now;
  }

  Round decide(Intake.Taken taken) {
    findPublished(taken.cases());
    var answers = taken.cases().stream().map(this::answer).toList();
    years.write();
    if (!refusals.isEmpty()) {
      stores.settlements().keepRefusals(refusals);
    }
    release(answers);
    return new Round(List.copyOf(answers), () -> finish(answers, taken.waited()));
  }

  /** Events of earlier decisions; their years still carry those that were perhaps not published. */
  private void findPublished(List<Case> cases) {
    var yearIds = new HashMap<UUID, String>();
    for (var each : cases) {
      if (each instanceof Admitted admitted && isDecided(admitted)) {
        yearIds.put(admitted.command().settlementId(), admitted.yearId());
      }
      if (each instanceof CancelledSince cancelled) {
        yearIds.put(cancelled.command().settlementId(), cancelled.yearId());
      }
    }
    if (yearIds.isEmpty()) {
      return;
    }
    published.putAll(stores.settlements().find(yearIds.keySet()));
    yearIds.keySet().removeAll(published.keySet());
    if (!yearIds.isEmpty()) {
      published.putAll(stores.years().outgoingOf(Set.copyOf(yearIds.values())));
    }
  }

  private boolean isDecided(Admitted admitted) {
    return deciderOf(admitted.yearId(), admitted.command()).isPresent();
  }

  private Optional<UUID> deciderOf(String yearId, SettleDischarge command) {
    return years.find(yearId).flatMap(year -> year.deciderOf(command.settlementId()));
  }

  private OfDischarge answer(Case each) {
    return switch (each) {
      case RefusedBefore(SettleDischarge command, DischargeRefused refusal) ->
          new Refused(command, refusal, false);
      case NotAdmitted(SettleDischarge command, Problem problem) -> refuse(command, problem);
      case Admitted admitted ->
          deciderOf(admitted.yearId(), admitted.command())
              .map(decider -> again(admitted.command(), decider, admitted.yearId()))
              .orElseGet(() -> decide(admitted));
      case CancelledSince(SettleDischarge command, String yearId) ->
          deciderOf(yearId, command).filter(command.commandId()::equals).isPresent()
              ? again(command, command.commandId(), yearId)
              : refuse(command, Refusals.cancelled(command));
    };
  }

  /**
   * The very command comes again: the same bytes to the books. Another command with the same body:
   * only an answer.
   */
  private OfDischarge again(SettleDischarge command, UUID decidedBy, String yearId) {
    var id = command.settlementId();
    var event = published.get(id);
    if (event == null) {
      throw new ChangedMeanwhile("settlement " + id + " is decided but its event was not found");
    }
    if (!command.commandId().equals(decidedBy)) {
      return new Repeated(command, event, standing(yearId, command.settlementId()));
    }
    return new Settled(command, event, Optional.empty());
  }

  /** As the stored year has it; this batch settles, but adjusts nothing. */
  private Optional<Settlement> standing(String yearId, UUID settlementId) {
    return stores
        .years()
        .findWhole(yearId)
        .flatMap(
            year ->
                year.claimOf(settlementId)
                    .filter(claim -> claim.stands())
                    .map(claim -> rules.refolding().standing(year, claim)));
  }

  private OfDischarge decide(Admitted admitted) {
    return switch (admitted.examination().get()) {
      case Inadmissible inadmissible -> refuse(admitted.command(), inadmissible.problem());
      case Admissible bill -> {
        var key = Adjudication.keyOf(bill);
        requireItsYear(admitted, key);
        yield settle(
            years.find(admitted.yearId()).orElseGet(() -> RunningYear.empty(key)),
            others.counted(bill));
      }
    };
  }

  private OfDischarge settle(RunningYear year, Admissible bill) {
    return switch (rules.adjudication().decide(year, bill, now)) {
      case Decision.Refused refused -> refuse(bill.command(), refused.problem());
      case Decision.Settled settled -> {
        var event =
            encode.apply(new ClaimSettled(bill.command().commandId(), settled.settlement()));
        var id = bill.command().settlementId();
        years.become(year.with(settled.claim()), id, event);
        published.put(id, event);
        yield new Settled(bill.command(), event, Optional.of(settled.settlement()));
      }
    };
  }

  /**
   * After a crash between claim and decision the person may have moved: the claim is given back and
   * made anew.
   */
  private void requireItsYear(Admitted admitted, BenefitYear.Key key) {
    if (!BenefitYears.idOf(key).equals(admitted.yearId())) {
      stores.encounters().release(List.of(Claim.of(admitted.command(), admitted.yearId())));
      throw new ChangedMeanwhile(
          "encounter was claimed for year " + admitted.yearId() + ", belongs to " + key);
    }
  }

  private OfDischarge refuse(SettleDischarge command, Problem problem) {
    var refusal = new DischargeRefused(command.commandId(), command.settlementId(), now, problem);
    refusals.add(refusal);
    return new Refused(command, refusal, true);
  }

  /**
   * Before the refusal is heard, so that a corrected bill does not meet the claim of the refused
   * one.
   */
  private void release(List<OfDischarge> answers) {
    var settled = new HashSet<UUID>();
    var claims = new ArrayList<Claim>();
    for (var answer : answers) {
      switch (answer) {
        case Refused refused -> claims.add(Claim.of(refused.command(), ""));
        case Settled other -> settled.add(other.subject());
        case Repeated other -> settled.add(other.subject());
      }
    }
    claims.removeIf(claim -> settled.contains(claim.settlementId()));
    if (!claims.isEmpty()) {
      stores.encounters().release(claims);
    }
  }

  private void finish(List<OfDischarge> answers, List<SettleDischarge> waited) {
    var events = new HashMap<UUID, byte[]>();
    for (var answer : answers) {
      if (answer instanceof Settled settled) {
        events.put(settled.subject(), settled.event());
      }
    }
    stores.settlements().keep(events);
    if (!waited.isEmpty()) {
      stores.coverages().forget(waited);
    }
  }
}
