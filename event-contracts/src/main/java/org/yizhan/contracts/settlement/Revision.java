package org.yizhan.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.settlement.Settlement.Status;

/**
 * How one settlement stood before a revision and how it stands since, each with its explanations.
 *
 * @param settlement as it stands now; a cancelled one shows the shares it had, which nobody bears
 *     any longer
 */
public record Revision(Settlement before, Settlement settlement) {

  @JsonIgnore
  public boolean isCancellation() {
    return settlement.status() == Status.CANCELLED;
  }

  /**
   * The payers that bear another amount now, in chain order; also those that only one of the two
   * chains has, where the person turned out to be in the other scheme.
   */
  public List<Change> changes() {
    var was = amounts(before);
    var is = isCancellation() ? Map.<Payer, Money>of() : amounts(settlement);
    var changes = new ArrayList<Change>();
    for (var payer : Payer.values()) {
      var then = was.getOrDefault(payer, Money.ZERO);
      var now = is.getOrDefault(payer, Money.ZERO);
      if (!then.equals(now)) {
        changes.add(Change.of(payer, then, now));
      }
    }
    return changes;
  }

  private static Map<Payer, Money> amounts(Settlement settlement) {
    var amounts = new EnumMap<Payer, Money>(Payer.class);
    settlement.shares().forEach(share -> amounts.put(share.payer(), share.amount()));
    return amounts;
  }

  /**
   * What one payer bore and bears.
   *
   * @param difference signed: what it bears more, or with a minus less
   */
  public record Change(Payer payer, Money before, Money after, String difference) {

    public static Change of(Payer payer, Money before, Money after) {
      var difference =
          after.compareTo(before) >= 0 ? after.minus(before).toString() : "-" + before.minus(after);
      return new Change(payer, before, after, difference);
    }
  }
}
