package org.yizhan.suite.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.time.ClockConfiguration;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.ledger.calendar.WorkingDays;
import org.yizhan.ledger.fund.DecidingBatches;
import org.yizhan.ledger.fund.DecidingBatches.Outcome;
import org.yizhan.ledger.fund.DecidingBatches.Received;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.journal.Journal.Posted;
import org.yizhan.ledger.journal.Journal.Source;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.journal.Origin;
import org.yizhan.ledger.law.FundLaw;
import tools.jackson.databind.json.JsonMapper;

/** The funds of one partition, decided again from nothing by the law that ships. */
final class FundsAgain implements Funds {

  private final Map<String, Kept> funds = new HashMap<>();
  private final Map<UUID, Decided> decisions = new HashMap<>();
  private final Map<UUID, List<Posted>> booked = new HashMap<>();
  private final DecidingBatches deciding =
      new DecidingBatches(
          new DecidingFunds(
              FundLaw.load(FundLaw.SHIPPED, Optional.empty()),
              WorkingDays.load(WorkingDays.SHIPPED, Optional.empty()),
              ClockConfiguration.ZONE),
          this,
          (key, paymentId) -> booked.getOrDefault(paymentId, List.of()));

  /** What the command means for the books. */
  List<JournalEntry> hear(Inbound<FundCommand> said) {
    if (said.event() instanceof FundCommand.Unrecognised) {
      return List.of();
    }
    var partition = said.place().partition();
    var source = new Source(partition.topic(), partition.topicId(), partition.number());
    var received = new Received(source, said.place().offset(), said.event(), said.type(), "");
    var entries = entries(deciding.decide(List.of(received)).getFirst());
    var origin = new Origin(partition.topicId(), partition.number(), said.place().offset());
    for (var entry : entries) {
      booked
          .computeIfAbsent(entry.cause(), cause -> new ArrayList<>())
          .add(new Posted(entry, origin));
    }
    return entries;
  }

  private static List<JournalEntry> entries(Outcome outcome) {
    var decision = outcome.decision();
    return decision == null ? List.of() : decision.entries();
  }

  /** How the funds of the partition stand at its end. */
  void compare(StoredDocuments stored, JsonMapper mapper) {
    stored.compare(
        funds.entrySet(),
        fund ->
            new Document("_id", fund.getKey())
                .append(
                    "state",
                    Document.parse(mapper.writeValueAsString(fund.getValue().now().state()))),
        document ->
            new Document("_id", document.get("_id"))
                .append("state", document.getEmbedded(List.of("now", "state"), Document.class)));
  }

  @Override
  public Map<String, Kept> find(Collection<String> keys) {
    var found = new HashMap<>(funds);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public void keep(List<Kept> changed) {
    changed.forEach(kept -> funds.put(Funds.keyOf(kept.now().state()), kept));
  }

  @Override
  public Map<UUID, Decided> decided(Collection<UUID> commandIds) {
    var found = new HashMap<>(decisions);
    found.keySet().retainAll(commandIds);
    return found;
  }

  @Override
  public void remember(List<Decided> decided) {
    decided.forEach(one -> decisions.putIfAbsent(one.commandId(), one));
  }
}
