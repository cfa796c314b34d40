package org.yizhan.gateway.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Callers of this instance that wait for an answer, by the id of the settlement or the cancellation
 * that they asked for. A settlement answers everyone who asked for it; a refusal answers only the
 * command it refuses, for the next one with the same body may fare better.
 */
public final class WaitingRoom {

  private final Map<String, List<Waiting>> bySettlement = new ConcurrentHashMap<>();
  private final Semaphore places;

  /**
   * @param waitingMax how many may wait at once
   */
  public WaitingRoom(int waitingMax) {
    this.places = new Semaphore(waitingMax);
  }

  /**
   * A place in the room, empty when it is full. To be taken before the command is sent, and left
   * whatever happens.
   */
  Optional<Waiting> enter(UUID settlementId, UUID commandId) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    var waiting = new Waiting(settlementId.toString(), commandId);
    bySettlement.merge(waiting.settlementId, List.of(waiting), WaitingRoom::together);
    return Optional.of(waiting);
  }

  /** Cheap, so that answers to callers of other instances are not even decoded. */
  public boolean isAwaited(String settlementId) {
    return bySettlement.containsKey(settlementId);
  }

  public void decided(String settlementId, Answer.Decided answer) {
    waitingFor(settlementId).forEach(waiting -> waiting.answer.complete(answer));
  }

  public void refused(String settlementId, UUID commandId, Answer.Refused answer) {
    waitingFor(settlementId).stream()
        .filter(waiting -> waiting.commandId.equals(commandId))
        .forEach(waiting -> waiting.answer.complete(answer));
  }

  private List<Waiting> waitingFor(String settlementId) {
    return bySettlement.getOrDefault(settlementId, List.of());
  }

  private static List<Waiting> together(List<Waiting> here, List<Waiting> arriving) {
    var all = new ArrayList<Waiting>(here.size() + arriving.size());
    all.addAll(here);
    all.addAll(arriving);
    return List.copyOf(all);
  }

  /** One caller's place. */
  final class Waiting implements AutoCloseable {

    private final String settlementId;
    private final UUID commandId;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    private Waiting(String settlementId, UUID commandId) {
      this.settlementId = settlementId;
      this.commandId = commandId;
    }

    /** The answer, or nothing when patience ends first. */
    Optional<Answer> within(Duration patience) {
      try {
        return Optional.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
      } catch (TimeoutException patienceEnded) {
        return Optional.empty();
      } catch (InterruptedException shuttingDown) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        throw new IllegalStateException("answers are only ever given", e);
      }
    }

    @Override
    public void close() {
      bySettlement.computeIfPresent(settlementId, (_, here) -> without(here));
      places.release();
    }

    @SuppressWarnings("NullAway") // null is how a map entry goes
    private List<Waiting> without(List<Waiting> here) {
      var staying = here.stream().filter(waiting -> waiting != this).toList();
      return staying.isEmpty() ? null : staying;
    }
  }
}
