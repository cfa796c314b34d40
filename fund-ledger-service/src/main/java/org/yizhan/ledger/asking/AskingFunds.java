package org.yizhan.ledger.asking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.ledger.asking.FundCommands.Described;
import org.yizhan.ledger.asking.PendingCommands.Pending;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.fund.Funds.Decided;

/**
 * Puts a command on the log and waits for the fund's decision. The same command again is answered
 * with what became of it; the same id with other content is a conflict.
 */
public final class AskingFunds {

  /** Each waiting caller costs the store a look every so often; who comes after them asks again. */
  private static final int WAITING_MAX = 200;

  private static final long LOOK_EVERY_MS = 20;

  private final FundCommands commands;
  private final Funds funds;
  private final PendingCommands pending;
  private final Semaphore places = new Semaphore(WAITING_MAX);

  public AskingFunds(FundCommands commands, Funds funds, PendingCommands pending) {
    this.commands = commands;
    this.funds = funds;
    this.pending = pending;
  }

  public Answer ask(FundCommand command, Duration patience) {
    var id = DecidingFunds.idOf(command);
    var described = commands.describe(command);
    var known = decided(id);
    if (known == null) {
      commands.send(command);
      known = waitFor(id, patience);
    }
    if (known != null) {
      return answer(known, described);
    }
    var key = DecidingFunds.keyOf(command);
    var waiting = pendingOf(id, key, described.type());
    pending.keep(waiting);
    return new Answer.Waiting(waiting);
  }

  /** What is known of a command; empty when nobody asked it, or not long enough ago. */
  public Optional<Answer> find(UUID commandId) {
    var known = decided(commandId);
    return known == null
        ? pending.find(commandId).map(Answer.Waiting::new)
        : Optional.of(answer(known));
  }

  private @Nullable Decided decided(UUID id) {
    return funds.decided(List.of(id)).get(id);
  }

  private @Nullable Decided waitFor(UUID id, Duration patience) {
    if (!places.tryAcquire()) {
      return null;
    }
    try {
      var until = System.nanoTime() + patience.toNanos();
      var known = decided(id);
      while (known == null && System.nanoTime() < until) {
        Thread.sleep(LOOK_EVERY_MS);
        known = decided(id);
      }
      return known;
    } catch (InterruptedException e) {
      // The service goes down; the command stands on the log.
      Thread.currentThread().interrupt();
      return null;
    } finally {
      places.release();
    }
  }

  private static Answer answer(Decided known, Described asked) {
    return known.fingerprint().equals(asked.fingerprint()) && known.type().equals(asked.type())
        ? answer(known)
        : new Answer.Refused(commandOf(known), otherContent());
  }

  private static Answer answer(Decided known) {
    var refusal = known.refusal();
    return refusal == null
        ? new Answer.Done(commandOf(known))
        : new Answer.Refused(commandOf(known), refusal);
  }

  private static Pending commandOf(Decided known) {
    return pendingOf(known.commandId(), known.key(), known.type());
  }

  private static Pending pendingOf(UUID id, String key, String type) {
    var cityAndFund = key.split("/", 2);
    return new Pending(id, cityAndFund[0], Payer.valueOf(cityAndFund[1]), type);
  }

  private static Problem otherContent() {
    return Problem.of(
        409,
        "idempotency-key-reused",
        "The key stands for another request",
        "The same key was sent with another content. Nothing was done; send a new key.",
        new FieldError("Idempotency-Key", null, "must be new for every new request"));
  }
}
