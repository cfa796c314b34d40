package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.yizhan.contracts.ledger.LedgerEvent.PaymentRefused;
import org.yizhan.ledger.fund.DecidingBatches.Received;
import org.yizhan.ledger.journal.Journal.Posted;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Origin;

/**
 * The consumer of a history's partitions: it reads batches of any size, writes funds, decisions,
 * entries and facts one after the other, may die before each of them, and begins again where it
 * committed last.
 */
final class FundsUnderFire {

  /** A machine that is gone. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final int NEVER = Integer.MAX_VALUE;

  private final FundHistory history;
  private final RandomGenerator random;
  private final FundsInMemory funds = new FundsInMemory(this::write);
  private final BooksInMemory books = new BooksInMemory(this::write);
  private final Map<UUID, Origin> origins = new HashMap<>();
  private final Map<UUID, Fact> facts = new HashMap<>();
  private final DecidingBatches batches;
  private final int[] position = new int[FundHistory.PARTITIONS];
  private final int[] committed = new int[FundHistory.PARTITIONS];
  private final int[] furthest = new int[FundHistory.PARTITIONS];
  private int writesLeft = NEVER;
  private int deaths;

  FundsUnderFire(long seed, FundHistory history, DecidingFunds deciding) {
    this.history = history;
    this.random = new Random(~seed);
    this.batches = new DecidingBatches(deciding, funds, this::ofPayment);
  }

  private List<Posted> ofPayment(String key, UUID paymentId) {
    return books.about(paymentId).map(entry -> new Posted(entry, origins.get(entry.id()))).toList();
  }

  private void write() {
    if (writesLeft-- == 0) {
      throw new Died();
    }
  }

  /** Returns how often it died. */
  int run() {
    while (!isAtEnd()) {
      writesLeft = random.nextInt(3) == 0 ? random.nextInt(40) : NEVER;
      var batch = poll();
      try {
        process(batch);
      } catch (Died died) {
        deaths++;
        writesLeft = NEVER;
        System.arraycopy(committed, 0, position, 0, position.length);
        continue;
      }
      check(batch);
    }
    compare();
    return deaths;
  }

  private boolean isAtEnd() {
    for (int i = 0; i < position.length; i++) {
      if (position[i] < history.partitions.get(i).size()) {
        return false;
      }
    }
    return true;
  }

  private List<Received> poll() {
    var batch = new ArrayList<Received>();
    for (int i = 0; i < position.length; i++) {
      var log = history.partitions.get(i);
      int until = Math.min(log.size(), position[i] + random.nextInt(12));
      batch.addAll(log.subList(position[i], until));
      position[i] = until;
      furthest[i] = Math.max(furthest[i], until);
    }
    return batch;
  }

  private void post(JournalEntry entry, Received received) {
    var partition = received.source().partition();
    origins.putIfAbsent(entry.id(), new Origin("life-1", partition, received.offset()));
    books.post(entry);
  }

  private void process(List<Received> batch) {
    var outcomes = batches.decide(batch);
    for (var outcome : outcomes) {
      if (outcome.decision() != null) {
        outcome.decision().entries().forEach(entry -> post(entry, outcome.received()));
      }
    }
    for (var outcome : outcomes) {
      if (outcome.decision() != null) {
        for (var fact : outcome.decision().facts()) {
          write();
          FundHistory.tell(facts, fact);
        }
      }
    }
    write();
    // Now and then the commit is lost, and nobody notices before the next death.
    if (random.nextInt(6) > 0) {
      System.arraycopy(position, 0, committed, 0, position.length);
    }
  }

  /** Where nothing that was written is ahead of what was read. */
  private void check(List<Received> batch) {
    for (var received : batch) {
      int partition = received.source().partition();
      if (position[partition] == furthest[partition]) {
        var state = funds.find(received.key()).orElseThrow();
        FundHistory.invariants(state, books);
      }
    }
  }

  private void compare() {
    for (var key : FundHistory.FUNDS) {
      assertThat(funds.find(key)).as(key).contains(history.states.get(key));
    }
    assertThat(books.entries()).as("entries").isEqualTo(history.books.entries());
    assertThat(history.facts).as("facts").containsAllEntriesOf(facts);
    var lost = new HashMap<>(history.facts);
    lost.keySet().removeAll(facts.keySet());
    assertThat(lost.values()).as("facts that nobody heard").allMatch(this::isOfAPremiumPaidLater);
  }

  /** A premium that was paid when it was asked for again: that it was refused before is no news. */
  private boolean isOfAPremiumPaidLater(Fact fact) {
    return fact instanceof Fact.Said said
        && said.event() instanceof PaymentRefused refused
        && funds.decided(List.of(refused.commandId())).containsKey(refused.commandId())
        && refused.payment().equals("pay-premium.v1");
  }
}
