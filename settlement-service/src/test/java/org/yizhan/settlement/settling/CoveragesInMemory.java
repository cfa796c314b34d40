package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;

final class CoveragesInMemory implements Coverages {

  private record Waiting(SettleDischarge command, OffsetDateTime deadline, boolean returned) {

    long needed() {
      return Objects.requireNonNull(command.eligibilityVersion());
    }
  }

  private final Map<String, Coverage> copies = new HashMap<>();
  private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
  private final EachWrite write;

  CoveragesInMemory(EachWrite write) {
    this.write = write;
  }

  @Override
  public Map<String, Known> find(Collection<String> personNumbers) {
    var found = new HashMap<String, Known>();
    for (var person : personNumbers) {
      var deadlines = new HashMap<UUID, OffsetDateTime>();
      waitingOf(person).forEach(each -> deadlines.put(each.command().commandId(), each.deadline()));
      if (copies.containsKey(person) || !deadlines.isEmpty()) {
        found.put(person, new Known(copies.get(person), deadlines));
      }
    }
    return found;
  }

  private List<Waiting> waitingOf(String person) {
    return waiting.values().stream()
        .filter(each -> each.command().personNumber().equals(person))
        .toList();
  }

  @Override
  public List<SettleDischarge> keep(Collection<Coverage> coverages) {
    var caughtUp = new ArrayList<SettleDischarge>();
    for (var coverage : coverages) {
      if (versionOf(coverage.personNumber()) < coverage.eligibilityVersion()) {
        copies.put(coverage.personNumber(), coverage);
      }
      waitingOf(coverage.personNumber()).stream()
          .filter(each -> each.needed() <= versionOf(coverage.personNumber()))
          .forEach(each -> caughtUp.add(each.command()));
    }
    return caughtUp;
  }

  private long versionOf(String person) {
    var copy = copies.get(person);
    return copy == null ? 0 : copy.eligibilityVersion();
  }

  @Override
  public boolean setAside(SettleDischarge command, OffsetDateTime deadline) {
    write.begins();
    var entry = new Waiting(command, deadline, false);
    if (versionOf(command.personNumber()) >= entry.needed()) {
      return false;
    }
    waiting.putIfAbsent(command.commandId(), entry);
    return true;
  }

  @Override
  public List<SettleDischarge> overdue(OffsetDateTime now) {
    return waiting.values().stream()
        .filter(each -> !each.returned() && !each.deadline().isAfter(now))
        .map(Waiting::command)
        .toList();
  }

  @Override
  public void markReturned(Collection<SettleDischarge> commands) {
    for (var command : commands) {
      waiting.computeIfPresent(
          command.commandId(), (id, was) -> new Waiting(was.command(), was.deadline(), true));
    }
  }

  @Override
  public void forget(Collection<SettleDischarge> commands) {
    for (var command : commands) {
      write.begins();
      waiting.remove(command.commandId());
    }
  }
}
