package org.yizhan.chassis.parameter;

import java.util.List;

/**
 * A value on a day, with the entries an explanation shows for it: one for a value that stands in a
 * file, and the values it was computed from as well for a derived one.
 */
public record InForce<T>(T value, List<ValueUsed> used) {

  public InForce {
    used = List.copyOf(used);
  }
}
