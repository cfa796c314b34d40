package org.yizhan.settlement.benefityear;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.payerchain.Accumulators;

/**
 * A settled bill as its year keeps it: the command with its inputs, every fact the decision used,
 * and what it came to. Explanations stay with the settlement, so that folding a year stays cheap.
 *
 * @param shares by payer, every stage of the chain present; of a cancelled claim those it had
 * @param baseIncrement what the stay added to the year's cumulative base
 * @param parameterHash of the parameters it was divided by
 * @param cancelledBy the revision that cancelled it, null while it stands
 */
public record Claim(
    SettleDischarge command,
    StayCircumstances circumstances,
    Map<Payer, Money> shares,
    Money baseIncrement,
    String parameterHash,
    OffsetDateTime settledAt,
    @Nullable UUID cancelledBy) {

  public Claim {
    var ordered = new EnumMap<Payer, Money>(Payer.class);
    ordered.putAll(shares);
    shares = Collections.unmodifiableMap(ordered);
  }

  public boolean stands() {
    return cancelledBy == null;
  }

  /** What the year has used up with this claim; a cancelled one uses nothing. */
  Accumulators addedTo(Accumulators used) {
    return stands() ? used.plus(shares, baseIncrement) : used;
  }

  Claim cancelled(UUID revisionId) {
    return new Claim(
        command, circumstances, shares, baseIncrement, parameterHash, settledAt, revisionId);
  }

  /** What the shares leave of the bill. */
  public Money patient() {
    var patient = command.amounts().total();
    for (var share : shares.values()) {
      patient = patient.minus(share);
    }
    return patient;
  }

  public UUID settlementId() {
    return command.settlementId();
  }

  public UUID commandId() {
    return command.commandId();
  }
}
