package org.yizhan.settlement.simulation;

import java.util.function.Predicate;
import org.yizhan.settlement.benefityear.BenefitYear;

/** The years as they are stored, read one after the other. */
public interface StoredYears {

  /**
   * @param goOn is given each year of the slice in the city, and says whether it wants more
   */
  void read(String city, int year, Slice slice, Predicate<BenefitYear> goOn);
}
