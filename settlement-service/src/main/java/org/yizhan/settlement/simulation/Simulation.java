package org.yizhan.settlement.simulation;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question and how far its answer has come.
 *
 * @param done the slices that {@code findings} holds
 * @param failure why there will be no answer; null unless FAILED
 */
public record Simulation(
    UUID id,
    Question question,
    OffsetDateTime submittedAt,
    State state,
    SortedSet<Integer> done,
    Findings findings,
    @Nullable String failure) {

  /** RUNNING also says: waiting for its turn. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  public static Simulation of(UUID id, Question question, OffsetDateTime now) {
    return new Simulation(id, question, now, State.RUNNING, new TreeSet<>(), Findings.NONE, null);
  }

  Set<Slice> open() {
    var open = new LinkedHashSet<>(Slice.all());
    open.removeIf(slice -> done.contains(slice.number()));
    return open;
  }
}
