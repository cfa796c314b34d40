package org.yizhan.settlement.bill;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.settlement.coverage.Hospital;

/**
 * What other topics have said about a bill's person, hospital and city by the time it is decided.
 *
 * @param coverage null when nobody has heard of the person
 * @param hospital null when nobody has heard of the hospital
 * @param citiesWithOpenFunction codes of cities whose off-site function is open (H19)
 */
public record StayFacts(
    @Nullable Coverage coverage, @Nullable Hospital hospital, Set<String> citiesWithOpenFunction) {

  public StayFacts {
    citiesWithOpenFunction = Set.copyOf(citiesWithOpenFunction);
  }
}
