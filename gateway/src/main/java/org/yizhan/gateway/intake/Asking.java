package org.yizhan.gateway.intake;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.yizhan.contracts.care.CareCommand;

/** Puts a command on the log and waits, as long as the caller does, for what settlement decides. */
public final class Asking {

  private final CareCommands commands;
  private final WaitingRoom waitingRoom;

  public Asking(CareCommands commands, WaitingRoom waitingRoom) {
    this.commands = commands;
    this.waitingRoom = waitingRoom;
  }

  /**
   * A command and who asks.
   *
   * @param subject what the answer will be about
   * @param patience how long the caller wants to wait for the decision; zero is allowed
   * @param traceparent the caller's trace context, passed on with the command
   */
  record Question(
      CareCommand command, UUID commandId, UUID subject, Duration patience, String traceparent) {}

  /**
   * The place is taken before the command is sent, so that no answer is missed.
   *
   * @param otherwise what is said when patience ends first
   */
  Answer ask(Question question, Supplier<Answer> otherwise) {
    var place = waitingRoom.enter(question.subject(), question.commandId());
    if (place.isEmpty()) {
      return new Answer.Crowded();
    }
    try (var waiting = place.get()) {
      commands.send(question.command(), question.subject(), question.traceparent());
      return waiting.within(question.patience()).orElseGet(otherwise);
    }
  }
}
