package org.yizhan.ledger.fund;

import java.util.List;
import java.util.UUID;
import org.yizhan.ledger.journal.Journal.Posted;

/** What the books have of a command to a fund. */
@FunctionalInterface
public interface BookedByCommand {

  /**
   * @param key city and fund
   * @return the command's entries and those that correct them; a moment after it was decided
   */
  List<Posted> find(String key, UUID commandId);
}
