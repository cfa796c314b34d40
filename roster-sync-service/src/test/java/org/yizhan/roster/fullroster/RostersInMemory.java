package org.yizhan.roster.fullroster;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.roster.fullroster.Roster.Progress;
import org.yizhan.roster.fullroster.Roster.State;

/** The fake passes {@link RostersContract} as the store does. */
final class RostersInMemory implements Rosters {

  private record Refusal(RosterId roster, long row) {}

  private final Map<RosterId, Roster> kept = new HashMap<>();
  private final Map<RosterId, Progress> progress = new HashMap<>();
  private final Map<Refusal, Source> refusals = new HashMap<>();
  private final Set<Source> counted = new HashSet<>();

  @Override
  public Map<RosterId, Roster> find(Collection<RosterId> ids) {
    var found = new HashMap<>(kept);
    found.keySet().retainAll(ids);
    return found;
  }

  @Override
  public Roster keepFirst(Roster announced) {
    kept.putIfAbsent(announced.id(), announced);
    return kept.get(announced.id());
  }

  @Override
  public boolean update(Roster roster, State from) {
    return kept.computeIfPresent(roster.id(), (_, known) -> known.state() == from ? roster : known)
        == roster;
  }

  @Override
  public List<Roster> unfinished() {
    return kept.values().stream()
        .filter(roster -> roster.state() == State.OPEN || roster.state() == State.COMPLETE)
        .toList();
  }

  @Override
  public List<Roster> of(String agency, @Nullable String after, int limit) {
    return kept.values().stream()
        .filter(roster -> roster.id().agency().equals(agency))
        .filter(roster -> after == null || roster.id().id().compareTo(after) > 0)
        .sorted(comparing(roster -> roster.id().id()))
        .limit(limit)
        .toList();
  }

  @Override
  public void count(List<Arrival> arrivals) {
    for (var arrival : arrivals) {
      boolean refusedBefore =
          arrival.verdict() == null
              && !arrival
                  .source()
                  .equals(
                      refusals.computeIfAbsent(
                          new Refusal(arrival.roster(), arrival.row()), r -> arrival.source()));
      if (!refusedBefore && counted.add(arrival.source())) {
        progress.merge(arrival.roster(), of(arrival), RostersInMemory::plus);
      }
    }
  }

  private static Progress of(Arrival arrival) {
    var checksum = Long.toHexString(arrival.checksum());
    return switch (arrival.verdict()) {
      case null -> new Progress(1, 0, 0, 0, 1, checksum);
      case JOINED -> new Progress(1, 1, 0, 0, 0, checksum);
      case CHANGED -> new Progress(1, 0, 1, 0, 0, checksum);
      case UNCHANGED -> new Progress(1, 0, 0, 1, 0, checksum);
    };
  }

  private static Progress plus(Progress one, Progress other) {
    return new Progress(
        one.arrived() + other.arrived(),
        one.joined() + other.joined(),
        one.changed() + other.changed(),
        one.unchanged() + other.unchanged(),
        one.refused() + other.refused(),
        Long.toHexString(
            Long.parseLong(one.checksum(), 16) + Long.parseLong(other.checksum(), 16)));
  }

  @Override
  public Optional<Progress> progressOf(RosterId id) {
    return Optional.ofNullable(progress.get(id));
  }
}
