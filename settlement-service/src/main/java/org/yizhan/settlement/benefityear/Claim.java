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
import org.yizhan.settlement.payerchain.PayerChain.Amounts;

/**
 * A settled bill as its year keeps it: the command with its inputs, every fact the decision used,
 * and what it came to. Explanations stay with the settlement, so that folding a year stays cheap.
 *
 * @param shares by payer, every stage of the chain present; of a cancelled claim those it had
 * @param baseIncrement what the stay added to the year's cumulative base
 * @param parameterHash of the parameters it was divided by
 * @param outside in fen, which part of a share is settled outside one-stop, paid out or with a
 *     minus to be recovered (H10, W3); payers without any are left out
 * @param cancelledBy the revision that cancelled it, null while it stands
 */
public record Claim(
    SettleDischarge command,
    StayCircumstances circumstances,
    Map<Payer, Money> shares,
    Money baseIncrement,
    String parameterHash,
    OffsetDateTime settledAt,
    Map<Payer, Long> outside,
    @Nullable UUID cancelledBy) {

  public Claim {
    var ordered = new EnumMap<Payer, Money>(Payer.class);
    ordered.putAll(shares);
    shares = Collections.unmodifiableMap(ordered);
    outside = outside.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(outside));
  }

  public boolean stands() {
    return cancelledBy == null;
  }

  /** What the year has used up with this claim; a cancelled one uses nothing. */
  Accumulators addedTo(Accumulators used) {
    return stands() ? used.plus(shares, baseIncrement) : used;
  }

  /** What the human has used up with this claim, under whatever number. */
  Accumulators toDate(Accumulators used) {
    var elsewhere = circumstances.usedElsewhere();
    var here = addedTo(used);
    return elsewhere == null ? here : here.plus(elsewhere.paid(), elsewhere.cumulativeBase());
  }

  /** Whether a share is another, or what the stay adds to the base, which later bills see. */
  boolean comesOutOtherwiseThan(Claim was) {
    return stands() != was.stands()
        || !shares.equals(was.shares)
        || !baseIncrement.equals(was.baseIncrement);
  }

  /** As {@link #comesOutOtherwiseThan}, or it comes out the same by other facts or another law. */
  boolean differsFrom(Claim was) {
    return comesOutOtherwiseThan(was)
        || !circumstances.equals(was.circumstances)
        || !parameterHash.equals(was.parameterHash);
  }

  /** Divided otherwise, all else being as it was. */
  Claim divided(StayCircumstances facts, String law, Amounts amounts) {
    return new Claim(
        command,
        facts,
        amounts.shares(),
        amounts.baseIncrement(),
        law,
        settledAt,
        outside,
        cancelledBy);
  }

  /** The same claim when what changed of its shares is settled outside one-stop. */
  Claim outsideSince(Claim was) {
    var more = new EnumMap<Payer, Long>(Payer.class);
    more.putAll(outside);
    // Another scheme has other payers: those of either chain may bear more or less.
    shares.forEach((payer, amount) -> more.merge(payer, amount.fen(), Math::addExact));
    was.shares.forEach((payer, amount) -> more.merge(payer, -amount.fen(), Math::addExact));
    more.values().removeIf(fen -> fen == 0);
    return new Claim(
        command, circumstances, shares, baseIncrement, parameterHash, settledAt, more, cancelledBy);
  }

  Claim cancelled(UUID revisionId) {
    return new Claim(
        command,
        circumstances,
        shares,
        baseIncrement,
        parameterHash,
        settledAt,
        outside,
        revisionId);
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
