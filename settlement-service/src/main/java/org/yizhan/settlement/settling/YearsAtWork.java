package org.yizhan.settlement.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.settling.BenefitYears.Change;
import org.yizhan.settlement.settling.BenefitYears.Stored;

/** The years of a batch: as they were read, and as they become. */
final class YearsAtWork {

  private final BenefitYears store;
  private final Map<String, Stored> years = new HashMap<>();
  private final Map<String, Stored> changed = new LinkedHashMap<>();

  /**
   * Events decided or found in this batch: only these stay with their years when they are written.
   */
  private final Map<String, Map<UUID, byte[]>> outgoing = new HashMap<>();

  YearsAtWork(BenefitYears store) {
    this.store = store;
  }

  /** Reads those that are not at work yet. */
  void read(Collection<String> ids) {
    var unread = ids.stream().filter(id -> !years.containsKey(id)).toList();
    if (!unread.isEmpty()) {
      years.putAll(store.find(unread));
    }
  }

  /** Somebody else changes the year: it is read again when it is needed. */
  void forget(String id) {
    years.remove(id);
  }

  /**
   * The year with everything this batch has decided so far; empty when there is none with this id.
   */
  Optional<RunningYear> find(String id) {
    return Optional.ofNullable(years.get(id)).map(Stored::year);
  }

  /** The event goes out again with this batch, so its year keeps it until that is acknowledged. */
  void keepOutgoing(String id, UUID settlementId, byte[] event) {
    outgoing.computeIfAbsent(id, year -> new LinkedHashMap<>()).put(settlementId, event);
  }

  void become(RunningYear year, UUID settlementId, byte[] event) {
    var id = BenefitYears.idOf(year.key());
    keepOutgoing(id, settlementId, event);
    var known = years.get(id);
    var stored = new Stored(year, known == null ? 0 : known.readVersion());
    years.put(id, stored);
    changed.put(id, stored);
  }

  /** One guarded write for all changed years. */
  void write() {
    var writes = new ArrayList<Change>(changed.size());
    changed.forEach(
        (id, stored) -> writes.add(new Change(stored, outgoing.getOrDefault(id, Map.of()))));
    if (!writes.isEmpty()) {
      store.store(writes);
      changed.forEach(
          (id, stored) ->
              years.put(id, new Stored(stored.year().written(), stored.year().version())));
      changed.clear();
    }
  }
}
