package org.yizhan.settlement.parameter;

import java.util.Optional;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Rate;

/**
 * One step of a cumulative rule: the ratio that applies from the end of the step before up to and
 * with {@code upTo}.
 *
 * @param upTo in yuan on the cumulative base, empty when the tier has no upper bound
 */
public record Tier(Optional<Money> upTo, Rate ratio) {

  @Override
  public String toString() {
    return ratio + upTo.map(bound -> " up to " + bound).orElse(" above");
  }
}
