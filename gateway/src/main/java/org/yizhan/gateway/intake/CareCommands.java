package org.yizhan.gateway.intake;

import org.yizhan.contracts.care.CareCommand.SettleDischarge;

/** The log of commands. */
public interface CareCommands {

  /**
   * Returns when all in-sync replicas have the command.
   *
   * @param traceparent the caller's W3C trace context, passed on
   * @throws RuntimeException when nobody can say whether it was taken; sending the same discharge
   *     again is safe
   */
  void send(SettleDischarge command, String traceparent);
}
