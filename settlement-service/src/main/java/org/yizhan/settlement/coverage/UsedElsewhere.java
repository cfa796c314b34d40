package org.yizhan.settlement.coverage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;

/**
 * What the same human had used up in the same city and year under numbers that were given up when
 * persons were merged. A fact of the stay: it is stored with the claim, so that the claim can be
 * divided again.
 */
public record UsedElsewhere(Map<Payer, Money> paid, Money cumulativeBase) {

  public UsedElsewhere {
    var ordered = new EnumMap<Payer, Money>(Payer.class);
    ordered.putAll(paid);
    paid = Collections.unmodifiableMap(ordered);
  }
}
