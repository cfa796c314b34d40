package org.yizhan.roster.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Problem.FieldError;

/** What the examination of one message found. */
sealed interface Examined {

  /** It broke no rule; {@code remarks} say what looks unlikely. */
  record Sound(Statement statement, List<FieldError> remarks) implements Examined {}

  /**
   * It broke at least one rule; all of them are listed.
   *
   * @param changeId null when it has none that could be repeated
   * @param citizen null when the ID itself is wrong
   */
  record Broken(@Nullable String changeId, @Nullable CitizenId citizen, List<FieldError> errors)
      implements Examined {}
}
