package org.yizhan.settlement.readjudication;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Slice;

public final class ReadjudicationsInMemory implements Readjudications {

  private record Listed(Slice slice, Compared settlement) {}

  private final Map<UUID, TreeMap<String, Listed>> lists = new LinkedHashMap<>();
  private final Map<UUID, Adoption> adoptions = new LinkedHashMap<>();

  private TreeMap<String, Listed> listOf(UUID jobId) {
    return lists.computeIfAbsent(jobId, job -> new TreeMap<>());
  }

  @Override
  public synchronized void list(UUID jobId, Slice slice, List<Compared> settlements) {
    for (var settlement : settlements) {
      listOf(jobId).put(settlement.settlementId().toString(), new Listed(slice, settlement));
    }
  }

  @Override
  public synchronized void unlist(UUID jobId, Slice slice) {
    listOf(jobId).values().removeIf(listed -> listed.slice().equals(slice));
  }

  @Override
  public synchronized List<Compared> page(UUID jobId, UUID after, int limit) {
    return listOf(jobId).tailMap(after == null ? "" : after.toString(), false).values().stream()
        .limit(limit)
        .map(Listed::settlement)
        .toList();
  }

  @Override
  public synchronized void keep(Collection<Adoption> decided) {
    decided.forEach(adoption -> adoptions.putIfAbsent(adoption.commandId(), adoption));
  }

  @Override
  public synchronized long decided(Collection<UUID> commandIds) {
    return commandIds.stream().filter(adoptions::containsKey).count();
  }

  @Override
  public void read(UUID jobId, Slice slice, Consumer<Adoption> each) {
    List<Adoption> found;
    synchronized (this) {
      found = List.copyOf(adoptions.values());
    }
    found.stream()
        .filter(adoption -> adoption.jobId().equals(jobId))
        .filter(adoption -> holds(slice, adoption.personNumber()))
        .forEach(each);
  }

  static boolean holds(Slice slice, String person) {
    return person.compareTo(slice.from()) >= 0
        && (slice.before() == null || person.compareTo(slice.before()) < 0);
  }
}
