package org.yizhan.ledger.kafka;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Reaction;
import org.yizhan.chassis.kafka.Subscription;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.PremiumPaid;
import org.yizhan.ledger.journal.PremiumEntries;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the funds are asked to pay. A command that comes again is posted no second time and answered
 * with the same bytes: whoever asked again has missed the answer.
 */
@Configuration(proxyBeanMethods = false)
class FundMessages {

  @Bean
  Subscription<FundCommand> fundCommands(BatchPosting posting, JsonMapper mapper) {
    var events = EventTypes.of(LedgerEvent.class, mapper);
    return Subscription.to(
        Topics.FUND_COMMANDS,
        EventTypes.of(FundCommand.class, mapper),
        batch -> {
          posting.post(batch, PremiumEntries::entriesFor, PremiumEntries::voucherOf);
          var paid = new ArrayList<Outbound>();
          for (var inbound : batch.records()) {
            switch (inbound.event()) {
              case PayPremium pay -> paid.add(paid(pay, inbound.traceparent(), events));
              case FundCommand.Unrecognised _ -> {} // counted by the edge
            }
          }
          return Reaction.publishing(paid);
        });
  }

  private static Outbound paid(
      PayPremium pay, @Nullable String traceparent, EventTypes<LedgerEvent> events) {
    var event =
        new PremiumPaid(
            pay.obligationId(),
            pay.personNumber(),
            pay.city(),
            pay.county(),
            pay.year(),
            pay.amount(),
            pay.category(),
            pay.agency(),
            pay.dueOn(),
            pay.knownOn());
    return new Outbound(
        Topics.LEDGER,
        pay.personNumber(),
        events.nameOf(event),
        DerivedId.of("premium-paid", pay.obligationId()),
        pay.obligationId().toString(),
        traceparent,
        events.write(event));
  }
}
