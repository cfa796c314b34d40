package org.yizhan.settlement.reimbursement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.benefityear.Refold;

/**
 * A year as it would stand, had everything been known that is known now.
 *
 * @param unclear settlements that no fold can set right, because the person was not enrolled in the
 *     city on the day of admission after all: they must be cancelled, where they still can be
 */
public record Review(Refold refold, List<UUID> unclear) {

  public Review {
    unclear = List.copyOf(unclear);
  }

  public boolean findsNothing() {
    return refold.changed().isEmpty() && unclear.isEmpty();
  }

  /** Per payer over all settlements that come out otherwise. */
  public List<Change> totals() {
    var before = new EnumMap<Payer, Money>(Payer.class);
    var after = new EnumMap<Payer, Money>(Payer.class);
    refold
        .changed()
        .forEach(
            changed -> {
              add(changed.was(), before);
              add(changed.is(), after);
            });
    return Stream.of(Payer.values())
        .map(
            payer ->
                Change.of(
                    payer,
                    before.getOrDefault(payer, Money.ZERO),
                    after.getOrDefault(payer, Money.ZERO)))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private static void add(Claim claim, Map<Payer, Money> sums) {
    claim.shares().forEach((payer, amount) -> sums.merge(payer, amount, Money::plus));
  }
}
