package org.yizhan.settlement.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.settling.BenefitYears.Change;
import org.yizhan.settlement.settling.BenefitYears.Stored;

/** The years of a batch: as they were read, and as they become. */
final class YearsAtWork {

  private final BenefitYears store;
  private final Map<String, Stored> years;
  private final Map<String, Stored> changed = new LinkedHashMap<>();

  /**
   * Events decided or found in this batch: only these stay with their years when they are written.
   */
  private final Map<String, Map<UUID, byte[]>> outgoing = new HashMap<>();

  private YearsAtWork(BenefitYears store, Map<String, Stored> read) {
    this.store = store;
    this.years = new HashMap<>(read);
  }

  static YearsAtWork of(Collection<String> ids, BenefitYears store) {
    return new YearsAtWork(store, ids.isEmpty() ? Map.of() : store.find(ids));
  }

  /**
   * The year with everything this batch has decided so far; empty when there is none with this id.
   */
  Optional<BenefitYear> find(String id) {
    return Optional.ofNullable(years.get(id)).map(Stored::year);
  }

  /** The event goes out again with this batch, so its year keeps it until that is acknowledged. */
  void keepOutgoing(String id, UUID settlementId, byte[] event) {
    outgoing.computeIfAbsent(id, year -> new LinkedHashMap<>()).put(settlementId, event);
  }

  void become(BenefitYear year, UUID settlementId, byte[] event) {
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
    }
  }
}
