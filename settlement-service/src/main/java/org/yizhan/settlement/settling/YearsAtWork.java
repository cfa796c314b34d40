package org.yizhan.settlement.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.settling.BenefitYears.Change;
import org.yizhan.settlement.settling.BenefitYears.Stored;

/** The years of a batch: as they were read, and as they become. */
final class YearsAtWork {

  private final Stores stores;
  private final Map<String, Stored> years = new HashMap<>();
  private final Map<String, Stored> changed = new LinkedHashMap<>();
  private final Map<String, Map<UUID, byte[]>> outgoing = new HashMap<>();

  YearsAtWork(Stores stores) {
    this.stores = stores;
  }

  /** Reads those that are not at work yet. */
  void read(Collection<String> ids) {
    var unread = ids.stream().filter(id -> !years.containsKey(id)).toList();
    if (!unread.isEmpty()) {
      years.putAll(stores.years().find(unread));
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

  void become(RunningYear year, UUID settlementId, byte[] event) {
    var id = BenefitYears.idOf(year.key());
    outgoing.computeIfAbsent(id, unsaid -> new LinkedHashMap<>()).put(settlementId, event);
    var known = years.get(id);
    var stored =
        known == null
            ? new Stored(year, 0, Set.of())
            : new Stored(year, known.readVersion(), known.carried());
    years.put(id, stored);
    changed.put(id, stored);
  }

  /** One guarded write for all changed years. */
  void write() {
    if (changed.isEmpty()) {
      return;
    }
    var acknowledged = acknowledged();
    var writes = new ArrayList<Change>(changed.size());
    changed.forEach(
        (id, stored) ->
            writes.add(new Change(stored, eventsOf(id), common(stored.carried(), acknowledged))));
    stores.years().store(writes);
    changed.forEach(
        (id, stored) -> {
          var carried = new HashSet<>(stored.carried());
          carried.removeAll(acknowledged);
          carried.addAll(eventsOf(id).keySet());
          years.put(id, new Stored(stored.year().written(), stored.year().version(), carried));
        });
    changed.clear();
    outgoing.clear();
  }

  private Map<UUID, byte[]> eventsOf(String id) {
    return outgoing.getOrDefault(id, Map.of());
  }

  /**
   * A year may drop only what is known to be published. That a later command is being decided says
   * nothing: a bill that waited for a newer coverage may be decided before one behind it that was
   * decided already, when a process has died and its batch comes again cut shorter.
   */
  private Set<UUID> acknowledged() {
    var carried = new HashSet<UUID>();
    changed.values().forEach(stored -> carried.addAll(stored.carried()));
    return carried.isEmpty() ? Set.of() : stores.settlements().published(carried);
  }

  private static Set<UUID> common(Set<UUID> some, Set<UUID> others) {
    var both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
