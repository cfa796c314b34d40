package org.yizhan.ledger.asking;

import org.yizhan.contracts.Problem;
import org.yizhan.ledger.asking.PendingCommands.Pending;

/** What is known of a command. */
public sealed interface Answer {

  Pending command();

  record Done(Pending command) implements Answer {}

  /** The fund does not do it, or its id already means something else. */
  record Refused(Pending command, Problem problem) implements Answer {}

  /** On the log, and not decided yet. */
  record Waiting(Pending command) implements Answer {}
}
