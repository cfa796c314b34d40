package org.yizhan.eligibility.kafka;

import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.eligibility.premium.PremiumObligation;

/** Asks for a premium to be paid, each time in the same words and under the same id. */
public final class PremiumOutbound {

  private final EventTypes<FundCommand> commands;

  public PremiumOutbound(EventTypes<FundCommand> commands) {
    this.commands = commands;
  }

  Outbound pay(PremiumObligation owed, @Nullable String traceparent) {
    var command =
        new PayPremium(
            owed.id(),
            owed.personNumber(),
            owed.city(),
            owed.county(),
            owed.year(),
            owed.subsidy().amount(),
            owed.category(),
            owed.agency(),
            owed.knownOn(),
            owed.dueOn());
    return new Outbound(
        Topics.FUND_COMMANDS,
        FundCommand.keyOf(owed.city(), Payer.ASSISTANCE),
        commands.nameOf(command),
        DerivedId.of("pay-premium", owed.id()),
        owed.id().toString(),
        traceparent,
        commands.write(command));
  }
}
