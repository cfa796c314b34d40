package org.yizhan.roster.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.roster.RosterEvent;

/** What becomes of one message. */
public sealed interface Answer {

  Received received();

  /** Eligibility is told, and answers the agency once it has stored the change. */
  record Passed(Received received, RosterEvent event) implements Answer {}

  /**
   * It says what the agency has said before; eligibility need not hear of it, the agency is
   * answered at once.
   */
  record Unchanged(
      Received received, String changeId, String personNumber, List<FieldError> remarks)
      implements Answer {}

  /** A full roster was announced; the agency is answered when it is closed. */
  record Noted(Received received) implements Answer {}

  /**
   * The agency is told what to mend.
   *
   * @param changeId null when the message has none that could be repeated
   * @param personNumber null when the ID number is wrong
   */
  record Refused(
      Received received,
      @Nullable String changeId,
      @Nullable String personNumber,
      List<FieldError> errors)
      implements Answer {}
}
