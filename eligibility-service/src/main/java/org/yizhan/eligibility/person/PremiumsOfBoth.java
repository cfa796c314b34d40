package org.yizhan.eligibility.person;

import java.util.List;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;

/** Knows for whom premiums were owed. */
@FunctionalInterface
public interface PremiumsOfBoth {

  /**
   * What is to be said of premiums when two persons turn out to be one (H15).
   *
   * @param before whoever stays, as known before the merge
   */
  List<FieldError> remarksOn(Person before, ReportsAdopted merge);
}
