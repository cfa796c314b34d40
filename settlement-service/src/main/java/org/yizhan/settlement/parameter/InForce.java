package org.yizhan.settlement.parameter;

import java.util.List;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;

/**
 * A value of the law on a day, with the entries an explanation shows for it: one for a value that
 * stands in a file, and the values it was computed from as well for a derived one.
 */
public record InForce<T>(T value, List<ParameterUsed> used) {

  public InForce {
    used = List.copyOf(used);
  }
}
