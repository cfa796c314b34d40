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
 * Callers of this instance that wait for an answer, by its subject: a settlement, its cancellation,
 * or a command about a case. A settlement answers everyone who asked for it; a refusal answers only
 * the command it refuses, for the next one with the same body may fare better.
 */
public final class WaitingRoom {

  private final Map<String, List<Waiting>> bySubject = new ConcurrentHashMap<>();
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
  Optional<Waiting> enter(UUID subject, UUID commandId) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    var waiting = new Waiting(subject.toString(), commandId);
    bySubject.merge(waiting.subject, List.of(waiting), WaitingRoom::together);
    return Optional.of(waiting);
  }

  /** Cheap, so that answers to callers of other instances are not even decoded. */
  public boolean isAwaited(String subject) {
    return bySubject.containsKey(subject);
  }

  public void decided(String subject, Answer.Decided answer) {
    waitingFor(subject).forEach(waiting -> waiting.answer.complete(answer));
  }

  public void refused(String subject, UUID commandId, Answer.Refused answer) {
    waitingFor(subject).stream()
        .filter(waiting -> waiting.commandId.equals(commandId))
        .forEach(waiting -> waiting.answer.complete(answer));
  }

  private List<Waiting> waitingFor(String subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  private static List<Waiting> together(List<Waiting> here, List<Waiting> arriving) {
    var all = new ArrayList<Waiting>(here.size() + arriving.size());
    all.addAll(here);
    all.addAll(arriving);
    return List.copyOf(all);
  }

  /** One caller's place. */
  final class Waiting implements AutoCloseable {

    private final String subject;
    private final UUID commandId;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    private Waiting(String subject, UUID commandId) {
      this.subject = subject;
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
      bySubject.computeIfPresent(subject, (_, here) -> without(here));
      places.release();
    }

    @SuppressWarnings("NullAway") // null is how a map entry goes
    private List<Waiting> without(List<Waiting> here) {
      var staying = here.stream().filter(waiting -> waiting != this).toList();
      return staying.isEmpty() ? null : staying;
    }
  }
}
