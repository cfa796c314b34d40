package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.Cascade;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.DecideWriteOff;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeWriteOff;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Oracle.Visit;
import org.yizhan.settlement.settling.Encounters.Encounter;
import org.yizhan.settlement.settling.ExpectedYear.Bill;
import org.yizhan.settlement.settling.ExpectedYear.Change;

/** What each command must come to, by the words of the decisions and not by their code. */
final class Expectations {

  /** A case as it was proposed. */
  static final class Case {
    final ReimbursementCase proposed;
    final BenefitYear.Key key;
    final Set<UUID> proposedBy = new HashSet<>();
    State state = State.PROPOSED;
    UUID approvedBy;

    private Case(ReimbursementCase proposed) {
      this.proposed = proposed;
      this.key = new BenefitYear.Key(proposed.personNumber(), proposed.city(), proposed.year());
    }
  }

  final Map<BenefitYear.Key, ExpectedYear> years = new LinkedHashMap<>();
  final Map<UUID, Case> cases = new LinkedHashMap<>();
  final Map<UUID, List<Change>> changes = new HashMap<>();
  private final Map<UUID, String> refused = new HashMap<>();
  private final Map<Encounter, UUID> lastCancelled = new HashMap<>();
  private final Set<UUID> acknowledged = new HashSet<>();
  final ExpectedRecoveries recoveries;
  final ExpectedAdoptions adoptions;
  private final World world;
  private final Stores stores;

  Expectations(World world, Stores stores) {
    this.world = world;
    this.stores = stores;
    this.recoveries = new ExpectedRecoveries(stores.recoveries());
    this.adoptions = new ExpectedAdoptions(this, world, stores);
  }

  Stream<Bill> bills() {
    return years.values().stream().flatMap(year -> year.bills.stream());
  }

  private Bill standing(SettleDischarge command) {
    var encounter = Encounter.of(command);
    return bills()
        .filter(bill -> bill.stands() && Encounter.of(bill.command).equals(encounter))
        .findFirst()
        .orElse(null);
  }

  private Bill billOf(UUID settlementId) {
    return bills().filter(bill -> bill.id().equals(settlementId)).findFirst().orElse(null);
  }

  /** SETTLED, REPEATED, WAITS, or the code of a refusal. */
  String of(SettleDischarge command) {
    if (refused.containsKey(command.commandId())) {
      return refused.get(command.commandId());
    }
    var known = billOf(command.settlementId());
    if (known != null && known.command.commandId().equals(command.commandId())) {
      return "SETTLED";
    }
    if (known != null) {
      return known.stands() ? "REPEATED" : "settlement-cancelled";
    }
    var early = ofEarly(command);
    if (early.isPresent()) {
      return early.get();
    }
    if (!command.amounts().addsUp()) {
      return "parts-do-not-add-up";
    }
    if (world.visit(command) == null) {
      return "not-enrolled";
    }
    boolean free =
        standing(command) == null
            && Objects.equals(command.replaces(), lastCancelled.get(Encounter.of(command)));
    return free ? "SETTLED" : "encounter-conflict";
  }

  /** Of a command that asks for a newer coverage than there is. */
  Optional<String> ofEarly(SettleDischarge command) {
    var needed = command.eligibilityVersion();
    boolean early = needed != null && needed > world.persons.get(command.personNumber()).version();
    return early
        ? Optional.of(waits(command) ? "WAITS" : "eligibility-version-unknown")
        : Optional.empty();
  }

  /**
   * A cancellation that nobody has acknowledged may not have freed the encounter yet; whoever
   * stands before it in the partition is then answered as the first time.
   */
  boolean isBeingCancelled(SettleDischarge command) {
    var known = billOf(command.settlementId());
    return known != null
        && !known.stands()
        && !acknowledged.contains(known.cancelledBy.commandId());
  }

  void acknowledge(Collection<? extends CareCommand> batch) {
    for (var command : batch) {
      if (command instanceof CancelSettlement cancellation) {
        acknowledged.add(cancellation.commandId());
      }
    }
  }

  private boolean waits(SettleDischarge command) {
    var known = stores.coverages().find(Set.of(command.personNumber()));
    var deadlines = known.get(command.personNumber()).deadlines();
    var deadline = deadlines.get(command.commandId());
    return deadline == null || world.now().isBefore(deadline);
  }

  /** REVISED, CANCELLED_BEFORE, or the code of a refusal. */
  String of(CancelSettlement command) {
    if (refused.containsKey(command.commandId())) {
      return refused.get(command.commandId());
    }
    var year = years.get(keyOf(command));
    var bill = year == null ? null : year.billOf(command.settlementId());
    if (bill == null) {
      return "unknown-settlement";
    }
    if (bill.isPartlyOutside()) {
      return "settlement-reimbursed";
    }
    if (!bill.stands()) {
      boolean mine = bill.cancelledBy.commandId().equals(command.commandId());
      return mine ? "REVISED" : "CANCELLED_BEFORE";
    }
    if (!canBeCancelled(year, bill)) {
      return "settlement-reimbursed"; // the adjustment of money that no hospital advanced
    }
    return year.without(bill).size() > 1 && command.cascade() == Cascade.REFUSE
        ? "later-settlements"
        : "REVISED";
  }

  /** CASE, or the code of a refusal. */
  String of(ProposeReimbursement command) {
    var year =
        years.get(new BenefitYear.Key(command.personNumber(), command.city(), command.year()));
    if (year == null) {
      return "nothing-to-reimburse";
    }
    if (year.bills.stream().anyMatch(bill -> isUnclear(bill) && canBeCancelled(year, bill))) {
      return "settlements-to-cancel";
    }
    return year.knowing(asKnownNow(year)).isEmpty() ? "nothing-to-reimburse" : "CASE";
  }

  private boolean isUnclear(Bill bill) {
    return bill.stands() && world.visitAgain(bill) == null;
  }

  private static boolean canBeCancelled(ExpectedYear year, Bill bill) {
    return year.without(bill).stream()
        .map(change -> year.billOf(change.settlementId()))
        .noneMatch(Bill::isPartlyOutside);
  }

  /** APPROVED, REJECTED, STANDS (an earlier command approved it), or the code of a refusal. */
  String of(DecideReimbursement command) {
    var found = cases.get(command.caseId());
    if (found == null) {
      return "unknown-case";
    }
    if (found.proposed.maker().equals(command.checker())) {
      return "same-person";
    }
    if (found.state == State.APPROVED) {
      boolean mine = command.commandId().equals(found.approvedBy);
      return !command.approve() ? "case-decided" : mine ? "APPROVED" : "STANDS";
    }
    if (found.state == State.REJECTED) {
      return command.approve() ? "case-decided" : "REJECTED";
    }
    boolean outdated =
        years.get(found.key).version != found.proposed.yearVersion()
            || world.persons.get(found.key.personNumber()).version()
                != found.proposed.eligibilityVersion();
    return !command.approve() ? "REJECTED" : outdated ? "case-outdated" : "APPROVED";
  }

  private UnaryOperator<Visit> asKnownNow(ExpectedYear year) {
    var now = new IdentityHashMap<Visit, Visit>();
    year.bills.stream()
        .filter(Bill::stands)
        .forEach(
            bill -> now.put(bill.visit(), isUnclear(bill) ? bill.visit() : world.visitAgain(bill)));
    return now::get;
  }

  private static BenefitYear.Key keyOf(CancelSettlement command) {
    return new BenefitYear.Key(
        command.personNumber(), command.city(), command.dischargeDate().getYear());
  }

  void refuse(UUID commandId, String code) {
    refused.put(commandId, code);
  }

  /** Decided for the first time. */
  void settle(SettleDischarge command) {
    var visit = world.visit(command);
    var key =
        new BenefitYear.Key(
            command.personNumber(), visit.city(), command.dischargeDate().getYear());
    years.computeIfAbsent(key, ExpectedYear::new).settle(command, visit, world.law().oracle());
  }

  void cancel(CancelSettlement command) {
    var year = years.get(keyOf(command));
    var bill = year.billOf(command.settlementId());
    changes.put(Cancelling.idOf(command), year.without(bill));
    year.cancel(bill, command);
    lastCancelled.put(Encounter.of(bill.command), bill.id());
  }

  /** A case as it is answered: it names what comes out otherwise, and by how much. */
  void propose(UUID commandId, ReimbursementCase proposed) {
    var is = cases.computeIfAbsent(proposed.caseId(), id -> new Case(proposed));
    assertThat(is.state == State.REJECTED && !is.proposedBy.contains(commandId))
        .as("what was rejected is proposed again under another id")
        .isFalse();
    is.proposedBy.add(commandId);
    var year = years.get(is.key);
    var expected = year.knowing(asKnownNow(year));
    assertThat(proposed.state()).isEqualTo(is.state);
    assertThat(proposed.unclear())
        .isEqualTo(year.bills.stream().filter(this::isUnclear).map(Bill::id).toList());
    assertThat(proposed.settlements())
        .extracting(adjustment -> adjustment.settlementId())
        .isEqualTo(expected.stream().map(Change::settlementId).toList());
    var totals = new EnumMap<Payer, Long>(Payer.class);
    for (var change : expected) {
      change.after().forEach((payer, fen) -> totals.merge(payer, fen, Long::sum));
      change.before().forEach((payer, fen) -> totals.merge(payer, -fen, Long::sum));
    }
    totals.values().removeIf(fen -> fen == 0);
    var stated = new EnumMap<Payer, Long>(Payer.class);
    proposed
        .totals()
        .forEach(total -> stated.put(total.payer(), total.after().fen() - total.before().fen()));
    assertThat(stated).as("totals of a case").isEqualTo(totals);
  }

  void approve(DecideReimbursement command) {
    var is = cases.get(command.caseId());
    var year = years.get(is.key);
    changes.put(command.caseId(), year.knowing(asKnownNow(year)));
    recoveries.open(command.caseId(), command.personNumber(), changes.get(command.caseId()));
    year.reimburse(asKnownNow(year));
    is.state = State.APPROVED;
    is.approvedBy = command.commandId();
  }

  /** What a process that died had already written is decided, whoever comes next. */
  void observe(Collection<? extends CareCommand> commands) {
    for (var command : commands) {
      switch (command) {
        case SettleDischarge discharge -> observe(discharge);
        case CancelSettlement cancellation -> observe(cancellation);
        case DecideReimbursement decision -> observe(decision);
        case AdoptLaw adoption -> adoptions.observe(adoption);
        case RecordReturn returned -> recoveries.observe(returned);
        case ProposeReimbursement _,
            ProposeWriteOff _,
            DecideWriteOff _,
            CareCommand.Unrecognised _ -> {} // keep nothing, or are not sent here
      }
    }
  }

  private void observe(SettleDischarge command) {
    var refusals = stores.settlements().refusalsOf(Set.of(command.commandId()));
    var visit = world.visit(command);
    if (!refusals.isEmpty()) {
      var code = refusals.get(command.commandId()).problem().code();
      assertThat(code).isEqualTo(of(command));
      refuse(command.commandId(), code);
    } else if (visit != null && billOf(command.settlementId()) == null) {
      var key =
          new BenefitYear.Key(
              command.personNumber(), visit.city(), command.dischargeDate().getYear());
      stores
          .years()
          .findWhole(BenefitYears.idOf(key))
          .flatMap(year -> year.claimOf(command.settlementId()))
          .filter(claim -> claim.commandId().equals(command.commandId()))
          .ifPresent(
              claim -> {
                assertThat(of(command)).isEqualTo("SETTLED");
                settle(command);
              });
    }
  }

  private void observe(CancelSettlement command) {
    var refusal = stores.revisions().refusalOf(command.commandId());
    if (refusal.isPresent()) {
      assertThat(refusal.get().problem().code()).isEqualTo(of(command));
      refuse(command.commandId(), refusal.get().problem().code());
      return;
    }
    var bill = billOf(command.settlementId());
    boolean cancelled =
        stores
            .years()
            .findWhole(Cancelling.yearIdOf(command))
            .flatMap(year -> year.claimOf(command.settlementId()))
            .filter(claim -> !claim.stands())
            .isPresent();
    if (cancelled && bill.stands() && of(command).equals("REVISED")) {
      cancel(command);
    }
  }

  private void observe(DecideReimbursement command) {
    var expected = of(command);
    var is = cases.get(command.caseId());
    if (is == null || is.state != State.PROPOSED) {
      return;
    }
    boolean approved =
        stores.years().revisionOf(BenefitYears.idOf(is.key), command.caseId()).isPresent();
    if (approved && expected.equals("APPROVED")) {
      approve(command);
    }
    boolean rejected =
        stores.cases().find(command.caseId()).orElseThrow().state() == State.REJECTED;
    if (rejected && expected.equals("REJECTED")) {
      is.state = State.REJECTED;
    }
  }

  /** Every stored year of a person is as it must be, and no encounter is held twice. */
  void check(String person, BenefitYearsInMemory stored) {
    var held = new HashSet<Encounter>();
    var of = years.keySet().stream().filter(key -> key.personNumber().equals(person)).toList();
    assertThat(stored.keysOf(person)).containsExactlyInAnyOrderElementsOf(of);
    for (var key : of) {
      var year = stored.findWhole(BenefitYears.idOf(key)).orElseThrow();
      years.get(key).check(year);
      for (var claim : year.claims()) {
        if (claim.stands()) {
          assertThat(held.add(Encounter.of(claim.command()))).as("settled once").isTrue();
        }
      }
    }
  }
}
