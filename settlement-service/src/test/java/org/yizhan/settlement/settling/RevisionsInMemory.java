package org.yizhan.settlement.settling;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;

final class RevisionsInMemory implements Revisions {

  private final Map<UUID, Kept> revisions = new LinkedHashMap<>();
  private final Map<UUID, CancellationRefused> refusals = new LinkedHashMap<>();
  private final EachWrite write;

  RevisionsInMemory(EachWrite write) {
    this.write = write;
  }

  @Override
  public Optional<byte[]> find(UUID revisionId) {
    return Optional.ofNullable(revisions.get(revisionId)).map(Kept::event);
  }

  @Override
  public List<Published> of(UUID settlementId) {
    return revisions.values().stream()
        .filter(kept -> kept.settlementIds().contains(settlementId))
        .sorted(Comparator.comparing(Kept::revisedAt))
        .map(kept -> new Published(kept.cause(), kept.event()))
        .toList();
  }

  @Override
  public void keep(Collection<Kept> published) {
    for (var each : published) {
      write.begins();
      revisions.putIfAbsent(each.revisionId(), each);
    }
  }

  @Override
  public Optional<CancellationRefused> refusalOf(UUID commandId) {
    return Optional.ofNullable(refusals.get(commandId));
  }

  @Override
  public void keepRefusal(CancellationRefused refusal) {
    write.begins();
    refusals.putIfAbsent(refusal.commandId(), refusal);
  }
}
