package org.yizhan.settlement.settling;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;

final class SettlementsInMemory implements Settlements {

  private final Map<UUID, byte[]> settlements = new HashMap<>();
  private final Map<UUID, DischargeRefused> refusals = new HashMap<>();
  private final EachWrite write;

  SettlementsInMemory(EachWrite write) {
    this.write = write;
  }

  @Override
  public Map<UUID, byte[]> find(Collection<UUID> settlementIds) {
    var found = new HashMap<>(settlements);
    found.keySet().retainAll(settlementIds);
    return found;
  }

  @Override
  public Set<UUID> published(Collection<UUID> settlementIds) {
    return find(settlementIds).keySet();
  }

  @Override
  public void keep(Map<UUID, byte[]> published) {
    published.forEach(
        (id, event) -> {
          write.begins();
          settlements.putIfAbsent(id, event);
        });
  }

  @Override
  public Map<UUID, DischargeRefused> refusalsOf(Collection<UUID> commandIds) {
    var found = new HashMap<>(refusals);
    found.keySet().retainAll(commandIds);
    return found;
  }

  @Override
  public void keepRefusals(Collection<DischargeRefused> refused) {
    for (var refusal : refused) {
      write.begins();
      refusals.putIfAbsent(refusal.commandId(), refusal);
    }
  }

  @Override
  public Optional<DischargeRefused> lastRefusalOf(UUID settlementId) {
    return refusals.values().stream()
        .filter(refusal -> refusal.settlementId().equals(settlementId))
        .max(Comparator.comparing(DischargeRefused::refusedAt));
  }
}
