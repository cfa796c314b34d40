package org.yizhan.ledger.fund;

import java.util.UUID;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.ledger.LedgerEvent;

/** What a decision tells others. */
public sealed interface Fact {

  /**
   * @param id computed from the decision, so that the same fact has the same id
   */
  record Said(UUID id, LedgerEvent event) implements Fact {}

  /** The off-site function was opened or closed (H19). */
  record FunctionChanged(UUID id, OffSiteFunctionChanged event) implements Fact {}

  /** Something that another fund has to book. */
  record Asks(FundCommand command) implements Fact {}
}
