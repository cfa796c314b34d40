package org.yizhan.settlement.settling;

import java.util.Optional;
import java.util.UUID;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.Settlement;

/** What is to be said about a command; a command that was set aside gets none yet. */
public sealed interface Answer {

  SettleDischarge command();

  default UUID settlementId() {
    return command().settlementId();
  }

  /**
   * The fact for the books.
   *
   * @param event the bytes to publish, the same at every redelivery
   * @param decided what they say; empty when an earlier delivery decided it
   */
  record Settled(SettleDischarge command, byte[] event, Optional<Settlement> decided)
      implements Answer {}

  /**
   * The same body was settled by an earlier command: its event again, for whoever waits, not for
   * the books.
   */
  record Repeated(SettleDischarge command, byte[] event) implements Answer {}

  record Refused(SettleDischarge command, DischargeRefused refusal, boolean isNew)
      implements Answer {}
}
