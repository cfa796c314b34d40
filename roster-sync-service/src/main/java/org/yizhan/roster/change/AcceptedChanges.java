package org.yizhan.roster.change;

import java.util.Collection;
import java.util.Map;

/** The changes that were accepted, of all agencies. */
public interface AcceptedChanges {

  /**
   * Keeps each change unless one with its key is there already, however many ask at once.
   *
   * @param offered at most one per key
   * @return what is kept for every offered key: that change, or the earlier one
   */
  Map<ChangeKey, AcceptedChange> keepFirst(Collection<AcceptedChange> offered);
}
