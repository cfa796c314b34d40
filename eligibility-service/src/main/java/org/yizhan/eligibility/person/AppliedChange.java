package org.yizhan.eligibility.person;

import java.util.List;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent;

/**
 * A reported change that became part of a person.
 *
 * @param version the person's version that first contains it
 * @param remarks what looked unlikely when it was applied; repeated with every answer to it
 */
public record AppliedChange(long version, RosterEvent event, List<FieldError> remarks) {

  public AppliedChange {
    remarks = List.copyOf(remarks);
  }
}
