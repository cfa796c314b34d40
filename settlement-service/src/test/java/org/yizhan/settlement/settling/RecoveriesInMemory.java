package org.yizhan.settlement.settling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.settlement.settling.BenefitYears.ChangedMeanwhile;

final class RecoveriesInMemory implements Recoveries {

  private final TreeMap<String, Recovery> recoveries = new TreeMap<>();
  private final Map<UUID, Map<UUID, byte[]>> returns = new HashMap<>();
  private final EachWrite write;

  RecoveriesInMemory(EachWrite write) {
    this.write = write;
  }

  @Override
  public void open(Recovery opened) {
    write.begins();
    recoveries.putIfAbsent(opened.caseId().toString(), opened);
  }

  @Override
  public Optional<Recovery> find(UUID caseId) {
    return Optional.ofNullable(recoveries.get(caseId.toString()));
  }

  @Override
  public Optional<byte[]> returnOf(UUID caseId, UUID returnId) {
    return Optional.ofNullable(returns.getOrDefault(caseId, Map.of()).get(returnId));
  }

  @Override
  public void become(Recovery next, Returned returned) {
    write.begins();
    var was = recoveries.get(next.caseId().toString());
    if (was == null || was.version() != next.version() - 1) {
      throw new ChangedMeanwhile("recovery " + next.caseId());
    }
    recoveries.put(next.caseId().toString(), next);
    if (returned != null) {
      returns
          .computeIfAbsent(next.caseId(), id -> new HashMap<>())
          .put(returned.returnId(), returned.event());
    }
  }

  @Override
  public List<Recovery> open(String city, UUID after, int limit) {
    var following = after == null ? recoveries : recoveries.tailMap(after.toString(), false);
    return following.values().stream()
        .filter(each -> each.city().equals(city) && each.state().isOpen())
        .limit(limit)
        .toList();
  }
}
