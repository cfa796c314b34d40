package org.yizhan.ledger.fund;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem;
import org.yizhan.ledger.journal.JournalEntry;

/**
 * What became of a command.
 *
 * @param state as before when it is refused
 * @param refusal null when it is done
 */
public record Decision(
    FundState state, List<JournalEntry> entries, List<Fact> facts, @Nullable Problem refusal) {

  public Decision {
    entries = List.copyOf(entries);
    facts = List.copyOf(facts);
  }
}
