package org.yizhan.suite.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.Decision;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.bill.Examination.Inadmissible;
import org.yizhan.settlement.bill.StayFacts;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.coverage.UsedElsewhere;
import org.yizhan.settlement.payerchain.Accumulators;
import org.yizhan.settlement.settling.BenefitYears;

/**
 * Divides each settled bill again, by the coverage and the law that its event names and by the
 * states of hospital and function that the topics tell; it must come to the published bytes.
 */
final class SettlingAgain {

  private final PartitionLog log;
  private final ReferenceHistory reference;
  private final LawBook book;
  private final EventTypes<SettlementEvent> events;
  private final Findings findings;
  private final Map<String, Adjudication> adjudications = new HashMap<>();

  SettlingAgain(
      PartitionLog log,
      ReferenceHistory reference,
      LawBook book,
      EventTypes<SettlementEvent> events,
      Findings findings) {
    this.log = log;
    this.reference = reference;
    this.book = book;
    this.events = events;
    this.findings = findings;
  }

  /** What came of one state of the world. */
  private record Attempt(BenefitYear year, Claim claim, byte[] bytes) {}

  /** The claim goes into its year even if the bytes differ, so that one error stays one. */
  void settle(Inbound<SettlementEvent> said, RebuiltYears years, EncounterHistory encounters) {
    var published = (ClaimSettled) said.event();
    var id = published.settlement().settlementId();
    var attempts = attempts(said, published, years);
    if (attempts.isEmpty()) {
      return;
    }
    var same = attempts.stream().filter(one -> Arrays.equals(one.bytes(), said.data())).toList();
    if (same.isEmpty()) {
      Members.differences(said.data(), attempts.getFirst().bytes())
          .forEach(what -> findings.differs(Topics.SETTLEMENTS, id, "decided again, " + what));
    }
    var decided = same.isEmpty() ? attempts.getFirst() : same.getFirst();
    if (same.size() > 1) {
      years.mayAsWellBe(id, same.stream().map(one -> one.claim().circumstances()).toList());
    }
    years.become(decided.year().with(decided.claim()));
    encounters.settled(decided.claim(), BenefitYears.idOf(decided.year().key()));
  }

  private List<Attempt> attempts(
      Inbound<SettlementEvent> said, ClaimSettled published, RebuiltYears years) {
    var settlement = published.settlement();
    var command = log.command(published.commandId(), SettleDischarge.class);
    var coverage = log.coveragesOf(settlement.personNumber()).get(settlement.eligibilityVersion());
    if (command.isPresent() && coverage != null) {
      return attempts(said, command.get(), coverage, years);
    }
    findings.differs(
        Topics.SETTLEMENTS,
        settlement.settlementId(),
        command.isEmpty()
            ? "its command %s is not on %s".formatted(published.commandId(), Topics.CARE_COMMANDS)
            : "version %d of its coverage is not on %s"
                .formatted(settlement.eligibilityVersion(), Topics.ELIGIBILITY));
    return List.of();
  }

  private List<Attempt> attempts(
      Inbound<SettlementEvent> said,
      SettleDischarge command,
      Coverage coverage,
      RebuiltYears years) {
    var settlement = ((ClaimSettled) said.event()).settlement();
    var adjudication =
        adjudications.computeIfAbsent(
            settlement.parameters().hash(), hash -> new Adjudication(book.of(hash)));
    var attempts = new LinkedHashMap<StayCircumstances, Attempt>();
    var refusals = new ArrayList<String>();
    for (var facts : worlds(said, command, settlement.city(), coverage)) {
      switch (adjudication.examine(command, facts)) {
        case Inadmissible refused -> refusals.add(refused.problem().code());
        case Admissible bill -> {
          var key = Adjudication.keyOf(bill);
          var year = years.find(key).orElseGet(() -> BenefitYear.empty(key));
          for (var used : years.usedUnder(coverage.mergedFrom(), key)) {
            var counted = counted(bill, used);
            if (attempts.containsKey(counted.circumstances())) {
              continue; // another state of the world says the same of this stay
            }
            switch (adjudication.decide(year.running(), counted, settlement.settledAt())) {
              case Decision.Refused refused -> refusals.add(refused.problem().code());
              case Decision.Settled settled ->
                  attempts.put(counted.circumstances(), attempt(command, year, settled));
            }
          }
        }
      }
    }
    if (attempts.isEmpty()) {
      findings.differs(
          Topics.SETTLEMENTS,
          settlement.settlementId(),
          "decided again, it is refused: " + refusals);
    }
    return List.copyOf(attempts.values());
  }

  /** As settlement counts what the same human has used up under other numbers (H12). */
  private static Admissible counted(Admissible bill, Accumulators elsewhere) {
    return elsewhere.equals(Accumulators.NONE)
        ? bill
        : new Admissible(
            bill.command(),
            bill.circumstances()
                .having(new UsedElsewhere(elsewhere.paid(), elsewhere.cumulativeBase())),
            bill.chain());
  }

  private Attempt attempt(SettleDischarge command, BenefitYear year, Decision.Settled settled) {
    var event = new ClaimSettled(command.commandId(), settled.settlement());
    return new Attempt(year, settled.claim(), events.write(event));
  }

  private List<StayFacts> worlds(
      Inbound<SettlementEvent> said, SettleDischarge command, String city, Coverage coverage) {
    var worlds = new ArrayList<StayFacts>();
    for (var hospital : reference.hospitalsAt(command.hospitalCode(), said.appendedAt())) {
      for (var open : reference.openAt(city, said.appendedAt())) {
        worlds.add(new StayFacts(coverage, hospital, open ? Set.of(city) : Set.of()));
      }
    }
    return worlds;
  }
}
