package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.LawBook;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.readjudication.NewLaw;
import org.yizhan.settlement.readjudication.ReadjudicationsInMemory;
import org.yizhan.settlement.reimbursement.Reviewing;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;
import org.yizhan.settlement.settling.DecidingCommands.Bytes;
import org.yizhan.settlement.settling.World.InForce;

/**
 * One partition of commands about a few persons, in a world that changes meanwhile, consumed by
 * processes that die between any two writes. After every step all must be as expected.
 */
final class History {

  private static final int STEPS = 60;

  private static final class ProcessDied extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final RandomGenerator random;
  private final EventTypes<SettlementEvent> events;
  private final BenefitYearsInMemory years = new BenefitYearsInMemory(this::eachWrite);
  private final Stores stores =
      new Stores(
          years,
          new EncountersInMemory(this::eachWrite),
          new CoveragesInMemory(this::eachWrite),
          new ReferenceDataInMemory(),
          new SettlementsInMemory(this::eachWrite),
          new RevisionsInMemory(this::eachWrite),
          new ReimbursementCasesInMemory(this::eachWrite),
          new ReadjudicationsInMemory(),
          new RecoveriesInMemory(this::eachWrite));
  private final World world;
  private final Expectations expected;
  private final Answers answers;
  private final PublishedFacts published;
  private final RandomCommands commands;
  private final LawBook book;
  private final List<CareCommand> partition = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private int committed;
  private int attempted;
  private int conflictsInARow;
  private int writesLeft = Integer.MAX_VALUE;

  History(long seed, List<InForce> laws, EventTypes<SettlementEvent> events) {
    this.random = new Random(seed);
    this.events = events;
    this.world = new World(random, stores, laws);
    this.expected = new Expectations(world, stores);
    this.published = new PublishedFacts(events);
    this.answers = new Answers(expected, published);
    this.commands = new RandomCommands(random, world, expected, years);
    var byHash =
        laws.stream().map(InForce::laws).collect(Collectors.toMap(Laws::hash, each -> each));
    this.book = byHash::get;
  }

  /** Returns how often each kind of answer was given. */
  Map<String, Integer> run() {
    for (int step = 0; step < STEPS; step++) {
      int dice = random.nextInt(100);
      if (dice < 45) {
        partition.add(commands.next());
      } else if (dice < 48 && !partition.isEmpty()) {
        partition.add(partition.get(random.nextInt(partition.size())));
      } else if (dice < 57) {
        tellSomething();
      } else if (dice < 59) {
        world.toggleFunction();
      } else if (dice < 63) {
        world.changeLaw();
        partition.addAll(commands.adoptions());
      } else if (dice < 67) {
        returnTheOverdue();
      } else {
        consume(random.nextInt(3) == 0 ? 1 + random.nextInt(12) : Integer.MAX_VALUE);
      }
    }
    for (int rest = 0; rest < 4; rest++) {
      returnTheOverdue();
      while (committed < partition.size()) {
        consume(Integer.MAX_VALUE);
      }
    }
    return seen;
  }

  private void tellSomething() {
    var person = world.somebody();
    partition.addAll(world.tell(person));
    if (random.nextBoolean()) {
      partition.add(commands.proposal(person));
    }
  }

  private void returnTheOverdue() {
    world.later();
    var overdue = stores.coverages().overdue(world.later());
    partition.addAll(overdue);
    stores.coverages().markReturned(overdue);
  }

  private void eachWrite() {
    if (writesLeft-- == 0) {
      throw new ProcessDied();
    }
  }

  private void consume(int writesUntilDeath) {
    int end = Math.min(partition.size(), committed + 1 + random.nextInt(7));
    var batch = List.copyOf(partition.subList(committed, end));
    attempted = Math.max(attempted, end);
    writesLeft = writesUntilDeath;
    try {
      var round = deciding().decide(batch, world.later());
      int left = writesLeft;
      writesLeft = Integer.MAX_VALUE;
      answers.heard(batch, round.answers(), seen);
      writesLeft = left;
      round.acknowledged().run();
      committed = end;
      expected.acknowledge(batch);
      conflictsInARow = 0;
    } catch (ProcessDied died) {
      count("died");
      expected.observe(batch);
    } catch (ChangedMeanwhile conflict) {
      expected.observe(batch);
      assertThat(++conflictsInARow).as("in a row: " + conflict).isLessThan(10);
    } finally {
      writesLeft = Integer.MAX_VALUE;
    }
    check(batch);
  }

  private void count(String kind) {
    seen.merge(kind, 1, Integer::sum);
  }

  private DecidingCommands deciding() {
    var refolding = new Refolding(book);
    return new DecidingCommands(
        stores,
        new Rules(
            new Adjudication(world.law().laws()),
            refolding,
            new Reviewing(refolding, book),
            new NewLaw(refolding, world.law().laws())),
        new Bytes(
            events::write,
            new EventBytes<>(
                events::write, bytes -> (ClaimsRevised) events.read("claims-revised.v1", bytes)),
            new EventBytes<>(
                events::write,
                bytes -> (ClaimsReimbursed) events.read("claims-reimbursed.v1", bytes)),
            events::write));
  }

  private void check(List<CareCommand> batch) {
    batch.stream()
        .map(History::personOf)
        .distinct()
        .forEach(person -> expected.check(person, years));
    if (committed == attempted) {
      expected.bills().forEach(published::check);
      expected.recoveries.check();
      expected.recoveries.byCase.forEach(published::check);
      checkEncounters();
    }
  }

  private static String personOf(CareCommand command) {
    return switch (command) {
      case SettleDischarge discharge -> discharge.personNumber();
      case CancelSettlement cancellation -> cancellation.personNumber();
      case ProposeReimbursement proposal -> proposal.personNumber();
      case DecideReimbursement decision -> decision.personNumber();
      case AdoptLaw adoption -> adoption.personNumber();
      case OfRecovery about -> about.personNumber();
      case CareCommand.Unrecognised _ -> throw new AssertionError("never sent here");
    };
  }

  private void checkEncounters() {
    var encounters = expected.bills().map(bill -> Encounters.Encounter.of(bill.command)).toList();
    var held = stores.encounters().find(encounters);
    expected
        .bills()
        .filter(ExpectedYear.Bill::stands)
        .forEach(
            bill ->
                assertThat(held.get(Encounters.Encounter.of(bill.command)).settlementId())
                    .isEqualTo(bill.id()));
  }
}
