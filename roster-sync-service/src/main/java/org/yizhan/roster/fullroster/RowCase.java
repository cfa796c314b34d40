package org.yizhan.roster.fullroster;

import java.util.List;
import java.util.function.Supplier;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.roster.change.Marking;
import org.yizhan.roster.change.SealedPerson;

/**
 * A row that broke no rule.
 *
 * @param checksum what it adds to that of its roster
 * @param person sealing costs, and a row that says nothing new needs none
 * @param remarks what looks unlikely
 */
public record RowCase(
    RosterId roster,
    long row,
    long checksum,
    RosterEntry.Key key,
    Marking marking,
    Supplier<SealedPerson> person,
    List<FieldError> remarks) {

  String changeId() {
    return roster.changeIdOf(row);
  }
}
