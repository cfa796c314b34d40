package org.yizhan.ledger.fund;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The fake passes {@link FundsContract} as the store does; each document is a write of its own. */
public final class FundsInMemory implements Funds {

  private final Map<String, Kept> funds = new TreeMap<>();
  private final Map<UUID, Decided> decisions = new HashMap<>();
  private final Runnable beforeEachWrite;

  public FundsInMemory() {
    this(() -> {});
  }

  /**
   * @param beforeEachWrite may throw, as a machine may die
   */
  FundsInMemory(Runnable beforeEachWrite) {
    this.beforeEachWrite = beforeEachWrite;
  }

  @Override
  public Map<String, Kept> find(Collection<String> keys) {
    var found = new HashMap<>(funds);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public void keep(List<Kept> changed) {
    boolean all = true;
    for (var kept : changed) {
      var key = Funds.keyOf(kept.now().state());
      var known = funds.get(key);
      if (kept.version() == (known == null ? 0 : known.version())) {
        beforeEachWrite.run();
        funds.put(key, new Kept(kept.source(), kept.before(), kept.now(), kept.version() + 1));
      } else {
        all = false;
      }
    }
    if (!all) {
      throw new IllegalStateException("a fund was changed by another consumer meanwhile");
    }
  }

  @Override
  public Map<UUID, Decided> decided(Collection<UUID> commandIds) {
    var found = new HashMap<>(decisions);
    found.keySet().retainAll(commandIds);
    return found;
  }

  @Override
  public void remember(List<Decided> decided) {
    for (var one : decided) {
      if (!decisions.containsKey(one.commandId())) {
        beforeEachWrite.run();
        decisions.put(one.commandId(), one);
      }
    }
  }
}
