package org.yizhan.settlement.benefityear;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.coverage.StayCircumstances;

/**
 * A settled bill as its year keeps it: the command with its inputs, every fact the decision used,
 * and what it came to. Explanations stay with the settlement, so that folding a year stays cheap.
 *
 * @param shares by payer, every stage of the chain present
 * @param baseIncrement what the stay added to the year's cumulative base
 * @param parameterHash of the parameters it was divided by
 */
public record Claim(
    SettleDischarge command,
    StayCircumstances circumstances,
    Map<Payer, Money> shares,
    Money baseIncrement,
    String parameterHash,
    OffsetDateTime settledAt) {

  public Claim {
    var ordered = new EnumMap<Payer, Money>(Payer.class);
    ordered.putAll(shares);
    shares = Collections.unmodifiableMap(ordered);
  }

  public UUID settlementId() {
    return command.settlementId();
  }

  public UUID commandId() {
    return command.commandId();
  }
}
