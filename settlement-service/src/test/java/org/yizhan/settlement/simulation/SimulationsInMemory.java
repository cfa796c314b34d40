package org.yizhan.settlement.simulation;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yizhan.settlement.simulation.Simulation.State;

public final class SimulationsInMemory implements Simulations {

  private record Entry(Simulation simulation, OffsetDateTime heldUntil, int attempt, int inVain) {

    Entry with(Simulation other) {
      return new Entry(other, heldUntil, attempt, inVain);
    }

    Entry heldUntil(OffsetDateTime until) {
      return new Entry(simulation, until, attempt, inVain);
    }

    Entry inVain(int times) {
      return new Entry(simulation, heldUntil, attempt, times);
    }
  }

  private final Map<UUID, Entry> entries = new LinkedHashMap<>();

  @Override
  public synchronized void add(Simulation simulation) {
    entries.putIfAbsent(simulation.id(), new Entry(simulation, OffsetDateTime.MIN, 0, 0));
  }

  @Override
  public synchronized Optional<Simulation> find(UUID id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::simulation);
  }

  @Override
  public synchronized Optional<Hold> take(OffsetDateTime now, OffsetDateTime until) {
    var free =
        entries.values().stream()
            .filter(e -> e.simulation().state() == State.RUNNING && e.heldUntil().isBefore(now))
            .min(Comparator.comparing(e -> e.simulation().submittedAt()));
    return free.map(
        e -> {
          var taken = new Entry(e.simulation(), until, e.attempt() + 1, e.inVain() + 1);
          entries.put(e.simulation().id(), taken);
          return new Hold(taken.simulation(), taken.attempt(), e.inVain());
        });
  }

  @Override
  public boolean renew(Hold hold, OffsetDateTime until) {
    return update(hold, e -> e.heldUntil(until));
  }

  @Override
  public boolean keep(Hold hold, Slice slice, Findings soFar) {
    return update(
        hold,
        e -> {
          var done = new TreeSet<>(e.simulation().done());
          done.add(slice.number());
          var s = e.simulation();
          return e.with(
                  new Simulation(
                      s.id(), s.question(), s.submittedAt(), s.state(), done, soFar, s.failure()))
              .inVain(0);
        });
  }

  @Override
  public void finish(Hold hold) {
    update(hold, e -> e.with(in(State.DONE, e.simulation(), null)));
  }

  @Override
  public void fail(Hold hold, String failure) {
    update(hold, e -> e.with(in(State.FAILED, e.simulation(), failure)));
  }

  @Override
  public void release(Hold hold) {
    update(hold, e -> e.heldUntil(OffsetDateTime.MIN).inVain(Math.min(e.inVain(), hold.inVain())));
  }

  @Override
  public synchronized boolean cancel(UUID id) {
    var entry = entries.get(id);
    if (entry == null || entry.simulation().state() != State.RUNNING) {
      return false;
    }
    entries.put(id, entry.with(in(State.CANCELLED, entry.simulation(), null)));
    return true;
  }

  private synchronized boolean update(Hold hold, UnaryOperator<Entry> change) {
    var entry = entries.get(hold.simulation().id());
    if (entry.attempt() != hold.attempt() || entry.simulation().state() != State.RUNNING) {
      return false;
    }
    entries.put(hold.simulation().id(), change.apply(entry));
    return true;
  }

  private static Simulation in(State state, Simulation s, String failure) {
    return new Simulation(
        s.id(), s.question(), s.submittedAt(), state, s.done(), s.findings(), failure);
  }
}
