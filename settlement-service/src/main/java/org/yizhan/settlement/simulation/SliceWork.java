package org.yizhan.settlement.simulation;

import java.util.function.BooleanSupplier;

/** What a job does with each of its slices; several threads ask at once. */
@FunctionalInterface
public interface SliceWork {

  /**
   * @param goOn says whether it is still wanted; once it is not, what is returned is not kept
   * @throws NoAnswer when it is in vain to try again
   */
  Findings work(Slice slice, BooleanSupplier goOn);
}
