package org.yizhan.gateway.intake;

import java.util.UUID;
import org.yizhan.contracts.care.CareCommand;

/** The log of commands. */
public interface CareCommands {

  /**
   * Returns when all in-sync replicas have the command.
   *
   * @param subject what the answer will be about: a settlement, its cancellation, or the command
   * @param traceparent the caller's W3C trace context, passed on
   * @throws RuntimeException when nobody can say whether it was taken; sending the same again is
   *     safe
   */
  void send(CareCommand command, UUID subject, String traceparent);
}
