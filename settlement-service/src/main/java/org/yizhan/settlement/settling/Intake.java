package org.yizhan.settlement.settling;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.bill.Examination;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.bill.Examination.Inadmissible;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;
import org.yizhan.settlement.settling.Case.Admitted;
import org.yizhan.settlement.settling.Case.CancelledSince;
import org.yizhan.settlement.settling.Case.NotAdmitted;
import org.yizhan.settlement.settling.Case.RefusedBefore;
import org.yizhan.settlement.settling.Coverages.Known;
import org.yizhan.settlement.settling.Encounters.Claim;
import org.yizhan.settlement.settling.Encounters.Holding;

/**
 * The first half of settling: refuses what a rule refuses, sets aside what must wait for a newer
 * coverage, and claims the encounters of the rest.
 */
final class Intake {

  /** How long a discharge waits for the eligibility version that its hospital saw. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Stores stores;
  private final Adjudication adjudication;
  private final Facts facts;
  private final OffsetDateTime now;
  private final Map<UUID, Claim> wanted = new LinkedHashMap<>();

  Intake(Stores stores, Adjudication adjudication, Facts facts, OffsetDateTime now) {
    this.stores = stores;
    this.adjudication = adjudication;
    this.facts = facts;
    this.now = now;
  }

  /**
   * @param cases in order of arrival; a command that was set aside has none
   * @param waited commands that are on a waiting list and have a case now
   */
  record Taken(List<Case> cases, List<SettleDischarge> waited) {

    Set<String> yearIds() {
      var ids = new HashSet<String>();
      for (var each : cases) {
        switch (each) {
          case Admitted admitted -> ids.add(admitted.yearId());
          case CancelledSince cancelled -> ids.add(cancelled.yearId());
          case RefusedBefore _, NotAdmitted _ -> {} // no year is asked
        }
      }
      return ids;
    }
  }

  Taken take(List<SettleDischarge> commands) {
    var cases = new ArrayList<Case>(commands.size());
    var waited = new ArrayList<SettleDischarge>();
    for (var command : commands) {
      caseOf(command)
          .ifPresent(
              found -> {
                cases.add(found);
                if (facts.coverageOf(command).deadlines().containsKey(command.commandId())) {
                  waited.add(command);
                }
              });
    }
    return new Taken(claimEncountersOf(cases), waited);
  }

  private Optional<Case> caseOf(SettleDischarge command) {
    var refusal = facts.refusals().get(command.commandId());
    if (refusal != null) {
      return Optional.of(new RefusedBefore(command, refusal));
    }
    var holding = facts.holdingOf(command);
    if (command.settlementId().equals(holding.settlementId()) && holding.yearId() != null) {
      return Optional.of(
          new Admitted(
              command, holding.yearId(), () -> examine(command, facts.coverageOf(command))));
    }
    var cancelledIn = holding.cancelledYears().get(command.settlementId());
    if (cancelledIn != null) {
      return Optional.of(new CancelledSince(command, cancelledIn));
    }
    return isOlderThanNeeded(facts.coverageOf(command), command)
        ? caseOfOneThatIsEarly(command)
        : Optional.of(admit(command, facts.coverageOf(command)));
  }

  private static boolean isOlderThanNeeded(Known coverage, SettleDischarge command) {
    var needed = command.eligibilityVersion();
    return needed != null && coverage.version() < needed;
  }

  /** The hospital saw a newer coverage than this copy: the bill waits for it, but not for ever. */
  private Optional<Case> caseOfOneThatIsEarly(SettleDischarge command) {
    var coverage = facts.coverageOf(command);
    var deadline = coverage.deadlines().get(command.commandId());
    if (deadline != null) {
      return now.isBefore(deadline)
          ? Optional.empty()
          : Optional.of(
              new NotAdmitted(
                  command, Refusals.eligibilityVersionUnknown(command, coverage.version())));
    }
    if (stores.coverages().setAside(command, now.plus(PATIENCE))) {
      return Optional.empty();
    }
    var caughtUp =
        stores.coverages().find(List.of(command.personNumber())).get(command.personNumber());
    return Optional.of(admit(command, caughtUp == null ? Known.NOTHING : caughtUp));
  }

  private Case admit(SettleDischarge command, Known coverage) {
    return switch (examine(command, coverage)) {
      case Inadmissible refused -> new NotAdmitted(command, refused.problem());
      case Admissible bill -> {
        if (!facts.holdingOf(command).isFreeFor(command.replaces())) {
          yield new NotAdmitted(command, Refusals.encounterTaken(command));
        }
        var claim = Claim.of(command, BenefitYears.idOf(Adjudication.keyOf(bill)));
        wanted.putIfAbsent(command.settlementId(), claim);
        yield new Admitted(command, claim.yearId(), () -> bill);
      }
    };
  }

  private Examination examine(SettleDischarge command, Known coverage) {
    return adjudication.examine(command, facts.stayOf(command, coverage));
  }

  private List<Case> claimEncountersOf(List<Case> cases) {
    if (stores
        .encounters()
        .claim(wanted.values(), encounter -> !facts.holdings().containsKey(encounter))) {
      return cases;
    }
    var holdings = new HashMap<>(facts.holdings());
    holdings.putAll(
        stores.encounters().find(wanted.values().stream().map(Claim::encounter).toList()));
    for (var claim : wanted.values()) {
      if (holdings.getOrDefault(claim.encounter(), Holding.FREE).isFreeFor(claim.replaces())) {
        throw new ChangedMeanwhile("an encounter was claimed and freed meanwhile");
      }
    }
    return cases.stream()
        .map(
            each ->
                each instanceof Admitted admitted
                        && !holdsItsEncounter(admitted.command(), holdings)
                    ? new NotAdmitted(
                        admitted.command(), Refusals.encounterTaken(admitted.command()))
                    : each)
        .toList();
  }

  private static boolean holdsItsEncounter(
      SettleDischarge command, Map<Encounters.Encounter, Encounters.Holding> holdings) {
    var holding = holdings.get(Encounters.Encounter.of(command));
    return holding != null && command.settlementId().equals(holding.settlementId());
  }
}
