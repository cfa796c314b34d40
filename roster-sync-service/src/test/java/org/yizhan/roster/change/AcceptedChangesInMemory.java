package org.yizhan.roster.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The fake passes {@link AcceptedChangesContract} as the store does. */
public final class AcceptedChangesInMemory implements AcceptedChanges {

  private final Map<ChangeKey, AcceptedChange> kept = new HashMap<>();

  @Override
  public Map<ChangeKey, AcceptedChange> keepFirst(Collection<AcceptedChange> offered) {
    var answer = new HashMap<ChangeKey, AcceptedChange>();
    for (var change : offered) {
      kept.putIfAbsent(change.key(), change);
      answer.put(change.key(), kept.get(change.key()));
    }
    return answer;
  }
}
