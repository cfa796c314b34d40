package org.yizhan.ledger.fund;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.BeginDay;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.ledger.fund.Funds.Decided;
import org.yizhan.ledger.fund.Funds.Kept;
import org.yizhan.ledger.fund.Funds.Moment;
import org.yizhan.ledger.journal.Journal.Source;
import org.yizhan.ledger.journal.JournalEntry;

/**
 * Decides what a batch brings: one read and one write of the funds it is about, however many
 * commands it has. Each command is decided once; the same batch again, also after a crash between
 * any two writes, decides the same.
 */
public final class DecidingBatches {

  private final DecidingFunds deciding;
  private final Funds funds;
  private final BookedByCommand booked;

  public DecidingBatches(DecidingFunds deciding, Funds funds, BookedByCommand booked) {
    this.deciding = deciding;
    this.funds = funds;
    this.booked = booked;
  }

  /**
   * A command and the record that brings it.
   *
   * @param type and fingerprint as {@link Decided} has them
   */
  public record Received(
      Source source, long offset, FundCommand command, String type, String fingerprint) {

    UUID commandId() {
      return DecidingFunds.idOf(command);
    }

    /** City and fund. */
    public String key() {
      return DecidingFunds.keyOf(command);
    }
  }

  /**
   * @param decision null for a command that was decided before, at another offset
   * @param before what became of that, null otherwise
   */
  public record Outcome(Received received, @Nullable Decision decision, @Nullable Decided before) {}

  /**
   * @param batch of each partition in order of offset
   * @return in the same order
   */
  public List<Outcome> decide(List<Received> batch) {
    var known = funds.decided(batch.stream().map(Received::commandId).toList());
    var byFund = new LinkedHashMap<String, List<Received>>();
    batch.forEach(
        received -> byFund.computeIfAbsent(received.key(), key -> new ArrayList<>()).add(received));
    var kept = funds.find(byFund.keySet());
    var changed = new ArrayList<Kept>();
    var outcomes = new ArrayList<Outcome>();
    byFund.forEach(
        (key, its) -> changed.add(decide(its, startOf(kept.get(key), its), known, outcomes)));
    funds.keep(changed);
    outcomes.sort(
        comparing((Outcome outcome) -> outcome.received().source().partition())
            .thenComparing(outcome -> outcome.received().offset()));
    funds.remember(outcomes.stream().flatMap(outcome -> toRemember(outcome).stream()).toList());
    return outcomes;
  }

  /** Where the batch began when it came first. */
  private static Kept startOf(@Nullable Kept kept, List<Received> its) {
    var first = its.getFirst();
    if (kept == null) {
      var key = first.key().split("/", 2);
      var nothing = new Moment(FundState.empty(key[0], Payer.valueOf(key[1])), -1);
      return new Kept(first.source(), nothing, nothing, 0);
    }
    if (!first.source().equals(kept.source())) {
      throw new IllegalStateException(
          "fund %s was decided from %s, not from %s"
              .formatted(first.key(), kept.source(), first.source()));
    }
    var start = first.offset() > kept.now().offset() ? kept.now() : kept.before();
    return new Kept(kept.source(), start, start, kept.version());
  }

  private Kept decide(
      List<Received> its, Kept start, Map<UUID, Decided> known, List<Outcome> outcomes) {
    var state = start.before().state();
    var decidedHere = new HashSet<UUID>();
    for (var received : its) {
      var before = known.get(received.commandId());
      var again =
          before != null
              && !(before.source().equals(received.source())
                  && before.offset() == received.offset());
      if (again || received.offset() <= start.before().offset()) {
        outcomes.add(new Outcome(received, null, before));
      } else if (decidedHere.contains(received.commandId())) {
        outcomes.add(new Outcome(received, null, null));
      } else {
        var decision = deciding.decide(state, received.command(), ofPayment(received, outcomes));
        if (isFinal(received.command(), decision)) {
          decidedHere.add(received.commandId());
        }
        state = decision.state();
        outcomes.add(new Outcome(received, decision, null));
      }
    }
    var last = Math.max(start.before().offset(), its.getLast().offset());
    return new Kept(start.source(), start.before(), new Moment(state, last), start.version());
  }

  /**
   * What the log before a refund says of its payment: in the books, or decided in this very batch.
   * The books may be ahead of a batch that comes again.
   */
  private List<JournalEntry> ofPayment(Received received, List<Outcome> outcomes) {
    if (!(received.command() instanceof ReceiveRefund refund)) {
      return List.of();
    }
    var entries = new LinkedHashMap<UUID, JournalEntry>();
    for (var posted : booked.find(received.key(), refund.paymentId())) {
      if (posted.origin().offset() < received.offset()) {
        entries.put(posted.entry().id(), posted.entry());
      }
    }
    for (var outcome : outcomes) {
      var decision = outcome.decision();
      if (decision != null && outcome.received().key().equals(received.key())) {
        decision.entries().forEach(entry -> entries.put(entry.id(), entry));
      }
    }
    return List.copyOf(entries.values());
  }

  /** A premium that was not covered may be asked for again until it is (H15). */
  private static boolean isFinal(FundCommand command, Decision decision) {
    return !(command instanceof PayPremium && decision.refusal() != null);
  }

  /** A day is known by its date. */
  private static List<Decided> toRemember(Outcome outcome) {
    var received = outcome.received();
    var decision = outcome.decision();
    if (decision == null
        || received.command() instanceof BeginDay
        || !isFinal(received.command(), decision)) {
      return List.of();
    }
    return List.of(
        new Decided(
            received.commandId(),
            received.key(),
            received.type(),
            received.fingerprint(),
            received.source(),
            received.offset(),
            decision.refusal()));
  }
}
