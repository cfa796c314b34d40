package org.yizhan.contracts.settlement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;

/**
 * What a payer bore too much of one settlement, as an approved case found (H10). What the same case
 * pays out is set off first, the payer's own before that of other funds: somebody who is owed
 * nothing is neither paid nor asked for anything. The rest is due from the person.
 *
 * <p>Insurer and district bureaus settle their part themselves (W3): nothing is set off for them.
 *
 * @param county that had answered for the share
 * @param setOff comes to the fund at once, out of what the case pays
 * @param due has to be recovered
 */
public record Overpayment(Payer payer, UUID settlementId, String county, Money setOff, Money due) {

  /** The payers that spend from funds whose books are kept here. */
  public static final Set<Payer> FUNDS =
      Set.of(Payer.BASIC, Payer.CATASTROPHIC, Payer.SUPPLEMENTARY, Payer.ASSISTANCE);

  /** By settlement in the order of the year, and payer in the order of the chain. */
  public static List<Overpayment> of(ClaimsReimbursed reimbursed) {
    var found = new ArrayList<Overpayment>();
    var paid = new EnumMap<Payer, Long>(Payer.class);
    for (var revision : reimbursed.revisions()) {
      for (var change : revision.changes()) {
        if (change.after().compareTo(change.before()) > 0) {
          paid.merge(change.payer(), change.after().minus(change.before()).fen(), Math::addExact);
        } else {
          found.add(
              new Overpayment(
                  change.payer(),
                  revision.settlement().settlementId(),
                  revision.before().countyOf(change.payer()),
                  Money.ZERO,
                  change.before().minus(change.after())));
        }
      }
    }
    paid.keySet().retainAll(FUNDS);
    found.replaceAll(one -> one.setOffAgainst(paid, Set.of(one.payer)));
    found.replaceAll(one -> one.setOffAgainst(paid, paid.keySet()));
    return List.copyOf(found);
  }

  private Overpayment setOffAgainst(Map<Payer, Long> paid, Set<Payer> whose) {
    var one = this;
    if (FUNDS.contains(payer)) {
      for (var other : Payer.values()) {
        if (whose.contains(other)) {
          var more = one.due.atMost(Money.ofFen(paid.getOrDefault(other, 0L)));
          paid.merge(other, -more.fen(), Math::addExact);
          one =
              new Overpayment(
                  payer, settlementId, county, one.setOff.plus(more), one.due.minus(more));
        }
      }
    }
    return one;
  }
}
