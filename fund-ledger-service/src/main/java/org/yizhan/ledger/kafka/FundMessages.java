package org.yizhan.ledger.kafka;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Reaction.Parked;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.ledger.fund.DecidingBatches;
import org.yizhan.ledger.fund.DecidingBatches.Outcome;
import org.yizhan.ledger.fund.DecidingBatches.Received;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.journal.Journal.Offered;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the funds are asked, decided one command after the other. A premium that comes again is
 * posted no second time and answered with the same bytes: whoever asked again has missed the
 * answer.
 */
@Configuration(proxyBeanMethods = false)
class FundMessages {

  private final DecidingBatches deciding;
  private final BatchPosting posting;
  private final FundOutbound outbound;

  FundMessages(DecidingBatches deciding, BatchPosting posting, FundOutbound outbound) {
    this.deciding = deciding;
    this.posting = posting;
    this.outbound = outbound;
  }

  @Bean
  Subscription<FundCommand> fundCommands(JsonMapper mapper) {
    return Subscription.to(
        Topics.FUND_COMMANDS, EventTypes.of(FundCommand.class, mapper), this::decide);
  }

  private Reaction decide(Batch<FundCommand> batch) {
    var asked = new ArrayList<Received>();
    var misplaced = new ArrayList<Parked>();
    for (var inbound : batch.records()) {
      if (inbound.event() instanceof FundCommand.Unrecognised) {
        continue; // counted by the edge
      }
      var key = DecidingFunds.keyOf(inbound.event());
      if (key.equals(inbound.key())) {
        asked.add(received(inbound));
      } else {
        misplaced.add(new Parked(inbound.place(), "the record key must be " + key));
      }
    }
    var outcomes = deciding.decide(asked);
    posting.post(outcomes.stream().flatMap(one -> offered(one).stream()).toList());
    var told = new ArrayList<Outbound>();
    outcomes.forEach(outcome -> told.addAll(toldOf(outcome)));
    return Reaction.publishing(told).parking(misplaced);
  }

  private Received received(Inbound<FundCommand> inbound) {
    return new Received(
        BatchPosting.sourceOf(inbound.place().partition()),
        inbound.place().offset(),
        inbound.event(),
        inbound.type(),
        outbound.fingerprint(inbound.event()));
  }

  private static List<Offered> offered(Outcome outcome) {
    var decision = outcome.decision();
    return decision == null
        ? List.of()
        : decision.entries().stream()
            .map(
                entry ->
                    new Offered(
                        outcome.received().source(),
                        outcome.received().offset(),
                        DecidingFunds.voucherOf(outcome.received().command()),
                        entry))
            .toList();
  }

  private List<Outbound> toldOf(Outcome outcome) {
    var decision = outcome.decision();
    if (decision != null) {
      return decision.facts().stream()
          .map(fact -> outbound.of(fact, outcome.received().key()))
          .toList();
    }
    var before = outcome.before();
    return outcome.received().command() instanceof PayPremium pay && before != null
        ? List.of(outbound.paid(DecidingFunds.paid(pay)))
        : List.of();
  }
}
